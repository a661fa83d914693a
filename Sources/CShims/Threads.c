// Work shared among threads that wait for more of it.
#ifndef __wasm__
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CShims.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { MOST = 64, SPINS = 20000 };

// What may be begun: in the low bits the next index, above it how many there
// are, and above that which piece of work it is. Whoever adds 1 learns all
// three at once: an index below the number is his to do, and as long as he has
// not done it nothing else here changes.
enum { BITS = 20, FIRST = (1 << BITS) - 1 };
static _Atomic uint64_t ticket;
static atomic_int done;
static void *work_context;
static void (*work)(void *, int32_t);
static uint64_t work_mode;

static pthread_mutex_t in_use = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t bed = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;
static atomic_int sleepers;
static int helpers;
static _Thread_local int is_inside;

// What arithmetic does with denormals on this thread.
static uint64_t arithmetic_mode(void) {
#if defined(__x86_64__)
  return _mm_getcsr();
#elif defined(__aarch64__)
  uint64_t control;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  return control;
#else
  return 0;
#endif
}

static void set_arithmetic_mode(uint64_t mode) {
#if defined(__x86_64__)
  _mm_setcsr((unsigned)mode & ~0x3fu); // not the flags of what has happened
#elif defined(__aarch64__)
  __asm__ volatile("msr fpcr, %0" : : "r"(mode));
#endif
}

static void pause_briefly(void) {
#if defined(__x86_64__)
  _mm_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static int is_waiting(uint64_t ticket) {
  return (ticket & FIRST) < ((ticket >> BITS) & FIRST);
}

static void take_part(int is_helper) {
  while (is_waiting(atomic_load(&ticket))) {
    uint64_t mine = atomic_fetch_add(&ticket, 1);
    if (!is_waiting(mine)) return;
    if (is_helper) set_arithmetic_mode(work_mode);
    work(work_context, (int32_t)(mine & FIRST));
    atomic_fetch_add(&done, 1);
  }
}

static void *help(void *unused) {
  (void)unused;
  is_inside = 1;
  for (;;) {
    for (int spin = 0; spin < SPINS && !is_waiting(atomic_load(&ticket));
         spin++)
      pause_briefly();
    if (!is_waiting(atomic_load(&ticket))) {
      pthread_mutex_lock(&bed);
      atomic_fetch_add(&sleepers, 1);
      while (!is_waiting(atomic_load(&ticket)))
        pthread_cond_wait(&wake, &bed);
      atomic_fetch_sub(&sleepers, 1);
      pthread_mutex_unlock(&bed);
    }
    take_part(1);
  }
  return NULL;
}

// A copy of the process has none of the threads.
static void start_anew(void) {
  pthread_mutex_init(&in_use, NULL);
  pthread_mutex_init(&bed, NULL);
  pthread_cond_init(&wake, NULL);
  atomic_store(&sleepers, 0);
  atomic_store(&ticket, 0);
  helpers = 0;
}

static void find_helpers(void) {
  static int knows_of_copies;
  if (!knows_of_copies) pthread_atfork(NULL, NULL, start_anew);
  knows_of_copies = 1;
  while (helpers + 1 < unrolled_thread_count()) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, help, NULL)) break;
    pthread_detach(thread);
    helpers++;
  }
}

int32_t unrolled_thread_count(void) {
  static atomic_int count;
  int known = atomic_load(&count);
  if (known) return known;
  const char *wish = getenv("UNROLLED_THREADS");
  known = wish ? atoi(wish) : 0;
#ifdef __linux__
  cpu_set_t allowed;
  if (known < 1 && !sched_getaffinity(0, sizeof allowed, &allowed))
    known = CPU_COUNT(&allowed);
#endif
  if (known < 1) known = (int)sysconf(_SC_NPROCESSORS_ONLN);
  known = known < 1 ? 1 : known > MOST ? MOST : known;
  atomic_store(&count, known);
  return known;
}

void unrolled_in_parallel(
    int32_t count, void *context, void (*body)(void *, int32_t)) {
  int is_alone = unrolled_thread_count() == 1 || count > FIRST;
  if (is_alone || is_inside || pthread_mutex_trylock(&in_use)) {
    for (int32_t index = 0; index < count; index++) body(context, index);
    return;
  }
  find_helpers();
  work = body;
  work_context = context;
  work_mode = arithmetic_mode();
  atomic_store(&done, 0);
  uint64_t number = (atomic_load(&ticket) >> (2 * BITS)) + 1;
  atomic_store(
      &ticket, number << (2 * BITS) | (uint64_t)count << BITS);
  if (atomic_load(&sleepers)) {
    pthread_mutex_lock(&bed);
    pthread_cond_broadcast(&wake);
    pthread_mutex_unlock(&bed);
  }
  is_inside = 1;
  take_part(0);
  for (int spin = 1; atomic_load(&done) < count; spin++) {
    if (spin % SPINS == 0) sched_yield();
    pause_briefly();
  }
  is_inside = 0;
  pthread_mutex_unlock(&in_use);
}
#endif
