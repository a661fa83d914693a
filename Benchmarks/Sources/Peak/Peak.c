#define _GNU_SOURCE
#include "Peak.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

// As wide as the machine's registers, so that no lane is emulated.
#if defined(__AVX512F__)
#define LANES 16
#elif defined(__AVX__)
#define LANES 8
#else
#define LANES 4
#endif
typedef float lanes __attribute__((vector_size(LANES * sizeof(float))));

// Enough sums that none is waited for: two units, four steps of latency.
enum { SUMS = 12, ROUNDS = 1 << 20 };

typedef struct {
  double seconds;    // how long it shall take
  double operations; // a second, found
  float sink;        // keeps the loop from being left out
} work;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void *run(void *argument) {
#pragma STDC FP_CONTRACT ON
  work *mine = argument;
  lanes sums[SUMS], a, b;
  for (int lane = 0; lane < LANES; lane++) {
    a[lane] = 0.999f;
    b[lane] = 0.001f * (float)lane;
  }
  for (int i = 0; i < SUMS; i++) sums[i] = a * (float)i;
  double best = 0, start = now();
  do {
    double from = now();
    for (int round = 0; round < ROUNDS; round++) {
#pragma clang loop unroll(full)
      for (int i = 0; i < SUMS; i++) sums[i] = sums[i] * a + b;
    }
    double rate = 2.0 * LANES * SUMS * ROUNDS / (now() - from);
    if (rate > best) best = rate;
  } while (now() - start < mine->seconds);
  for (int i = 0; i < SUMS; i++) mine->sink += sums[i][0];
  mine->operations = best;
  return NULL;
}

double peak_operations(int32_t threads, double seconds) {
  work all[64];
  pthread_t others[64];
  if (threads > 64) threads = 64;
  memset(all, 0, sizeof all);
  for (int i = 0; i < threads; i++) {
    all[i].seconds = seconds;
    pthread_create(&others[i], NULL, run, &all[i]);
  }
  double sum = 0;
  for (int i = 0; i < threads; i++) {
    pthread_join(others[i], NULL);
    sum += all[i].operations;
  }
  return sum;
}

int64_t peak_memory(void) {
#ifdef __linux__
  // getrusage would count what this process was copied from as well.
  FILE *status = fopen("/proc/self/status", "r");
  char line[256];
  long long kilobytes = 0;
  while (status && fgets(line, sizeof line, status))
    if (sscanf(line, "VmHWM: %lld", &kilobytes) == 1) break;
  if (status) fclose(status);
  if (kilobytes) return 1024 * kilobytes;
#endif
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
  return usage.ru_maxrss;
#else
  return 1024 * (int64_t)usage.ru_maxrss;
#endif
}
