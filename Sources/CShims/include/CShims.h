// The few calls Swift cannot make itself. On WebAssembly the page provides
// them; elsewhere they are a few lines of C in CShims.c.
#ifndef CSHIMS_H
#define CSHIMS_H

#include <stdint.h>

#ifdef __wasm__
#define UNROLLED_IMPORT(name) \
  __attribute__((import_module("unrolled"), import_name(#name)))
#else
#define UNROLLED_IMPORT(name)
#endif

/// Opens the file that UNROLLED_FRAMES names, for frames to go to, and makes
/// standard output unbuffered. -1 where there is no such file.
UNROLLED_IMPORT(frames_descriptor)
int32_t unrolled_frames_descriptor(void);

/// Bytes written so far to standard output (1) or standard error (2), after
/// flushing; 0 where that is not a plain file.
UNROLLED_IMPORT(offset)
int64_t unrolled_offset(int32_t descriptor);

/// Writes all of it; returns 0 on success.
UNROLLED_IMPORT(write)
int32_t unrolled_write(
    int32_t descriptor, const uint8_t *_Nullable bytes, int64_t count);

/// Copies what the run's knobs are set to, one `name=value` a line, if that
/// fits. Returns its length, 0 where nothing is set.
UNROLLED_IMPORT(settings)
int64_t unrolled_settings(uint8_t *_Nullable bytes, int64_t capacity);

/// Denormals become zero on this thread. Under vanishing gradients they
/// would cost four to eight times the time, and change nothing one can see.
UNROLLED_IMPORT(flush_denormals)
void unrolled_flush_denormals(void);

/// Whether a register of the machine compiled for holds sixteen floats, and
/// there are thirty-two of them.
static inline int32_t unrolled_has_wide_registers(void) {
#ifdef __AVX512F__
  return 1;
#else
  return 0;
#endif
}

/// The root of a number. C's `sqrt` also reports a negative one, and so cannot
/// be done for many numbers at once; this says NaN and no more.
static inline float unrolled_root(float x) {
  return __builtin_elementwise_sqrt(x);
}
static inline double unrolled_wide_root(double x) {
  return __builtin_elementwise_sqrt(x);
}

#ifndef __wasm__
/// Memory that is given back is kept for the next who asks, instead of being
/// handed to the system and asked for again with every batch.
void unrolled_keep_memory(void);

/// How many threads share work: UNROLLED_THREADS, or one for each processor.
int32_t unrolled_thread_count(void);

/// Calls `body` with 0 to count - 1, on any threads, and waits for all.
void unrolled_in_parallel(
    int32_t count, void *_Nullable context,
    void (*_Nonnull body)(void *_Nullable context, int32_t index));

/// A copy of this process that goes on from here: 0 in the copy, its number
/// here, -1 if there is none to be had.
int32_t unrolled_fork(void);

/// Waits for a copy to end. Returns its exit status, or 128 + the signal.
int32_t unrolled_wait(int32_t child);

/// Ends a copy without running what its parent left to be done at exit.
_Noreturn void unrolled_exit(int32_t status);
#endif

#endif
