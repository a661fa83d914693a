// What the processor could do at most: the yardstick for products.
#ifndef PEAK_H
#define PEAK_H

#include <stdint.h>

/// Fused multiply-adds in registers on this many threads for about this many
/// seconds, counted as two operations each: operations a second.
double peak_operations(int32_t threads, double seconds);

/// The most memory this process has had, in bytes.
int64_t peak_memory(void);

#endif
