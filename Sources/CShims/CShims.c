#include "CShims.h"

#ifndef __wasm__
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Where standard output and error went at the start. A program may close or
// replace them; how much was written before that is still asked for.
static int streams[3] = {-1, 1, 2};

static void remember_stream(int descriptor) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy >= 0) streams[descriptor] = copy;
}

// Nobody would stop a lesson that hangs, had whoever started it been killed.
static void end_with_parent(void) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

int32_t unrolled_frames_descriptor(void) {
  const char *path = getenv("UNROLLED_FRAMES");
  // What a program says before it dies must not die with it.
  setvbuf(stdout, NULL, _IONBF, 0);
  if (!path) return -1;
  end_with_parent();
  remember_stream(1);
  remember_stream(2);
  // A lesson that never stops printing is stopped, before the disk is full.
  struct rlimit limit = {64 << 20, 64 << 20};
  setrlimit(RLIMIT_FSIZE, &limit);
  const char *bytes = getenv("UNROLLED_MEMORY");
  rlim_t room = bytes ? strtoull(bytes, NULL, 10) : (rlim_t)8 << 30;
  struct rlimit memory = {room, room};
  setrlimit(RLIMIT_AS, &memory);
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  // Whoever started this may have ignored or blocked the signal for that.
  signal(SIGXFSZ, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  return open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
}

int64_t unrolled_offset(int32_t descriptor) {
  fflush(descriptor == 1 ? stdout : stderr);
  off_t offset = lseek(streams[descriptor], 0, SEEK_CUR);
  return offset < 0 ? 0 : offset;
}

int32_t unrolled_write(
    int32_t descriptor, const uint8_t *bytes, int64_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, (size_t)count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return -1;
    bytes += written;
    count -= written;
  }
  return 0;
}

int64_t unrolled_settings(uint8_t *bytes, int64_t capacity) {
  const char *settings = getenv("UNROLLED_SETTINGS");
  if (!settings) return 0;
  int64_t count = (int64_t)strlen(settings);
  if (count <= capacity) memcpy(bytes, settings, (size_t)count);
  return count;
}

void unrolled_flush_denormals(void) {
#if defined(__x86_64__)
  _mm_setcsr(_mm_getcsr() | 0x8040); // flush to zero, denormals are zero
#elif defined(__aarch64__)
  uint64_t control;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  control |= UINT64_C(1) << 24;
  __asm__ volatile("msr fpcr, %0" : : "r"(control));
#endif
}

void unrolled_keep_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

int32_t unrolled_fork(void) {
  fflush(NULL); // what is still buffered would be written twice
  int32_t copy = fork();
  if (copy == 0) end_with_parent();
  return copy;
}

int32_t unrolled_wait(int32_t child) {
  int status;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

_Noreturn void unrolled_exit(int32_t status) {
  fflush(NULL);
  _exit(status);
}
#endif
