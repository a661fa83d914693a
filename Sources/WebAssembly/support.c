// The C that a Swift program calls and WebAssembly does not bring along:
// copying, standard output, normal forms, rounding. Next: memory.c.
// All output goes through CShims.h; nothing else is asked of the page.

#include "CShims.h"
#include <stddef.h>

// MARK: - Copying

// With -mbulk-memory these become one instruction each.
void *memcpy(void *to, const void *from, size_t count) {
  return __builtin_memcpy(to, from, count);
}

void *memmove(void *to, const void *from, size_t count) {
  return __builtin_memmove(to, from, count);
}

void *memset(void *to, int byte, size_t count) {
  return __builtin_memset(to, byte, count);
}

int memcmp(const void *one, const void *other, size_t count) {
  const unsigned char *a = one, *b = other;
  for (size_t i = 0; i < count; i++)
    if (a[i] != b[i]) return a[i] - b[i];
  return 0;
}

// MARK: - Output

int putchar(int character) {
  uint8_t byte = (uint8_t)character;
  unrolled_write(1, &byte, 1);
  return character;
}

// MARK: - Strings

// The tables of normal forms would be a tenth of a small program, and nothing
// here needs them: lessons' texts are in composed form, and a page composes
// what a reader types. So every character counts as composed, and strings are
// equal if their characters are.
uint16_t _swift_stdlib_getNormData(uint32_t scalar) { return 0; }
uint32_t _swift_stdlib_getDecompositionEntry(uint32_t scalar) { return 0; }
uint32_t _swift_stdlib_getComposition(uint32_t first, uint32_t second) {
  return UINT32_MAX;
}
const uint8_t *const _swift_stdlib_nfd_decompositions = NULL;

// MARK: - Numbers

// Half away from zero, as C has it; the machine's own instruction rounds half
// to even. Adding a half first would round 0.49999999999999994 up.
double round(double value) {
  double whole = __builtin_trunc(value);
  double rest = value - whole;
  if (rest >= 0.5) return whole + 1;
  if (rest <= -0.5) return whole - 1;
  return __builtin_copysign(whole, value);
}

float roundf(float value) { return (float)round(value); }

struct wide { uint64_t low, high; };

// The product of two 128-bit numbers, from 32-bit halves. What the compiler
// calls by this name returns through a pointer.
void __multi3(
    struct wide *result, uint64_t a, uint64_t a_high, uint64_t b,
    uint64_t b_high) {
  const uint64_t half = 0xFFFFFFFF;
  uint64_t low = (a & half) * (b & half);
  uint64_t middle = (a >> 32) * (b & half) + (low >> 32);
  uint64_t other = (a & half) * (b >> 32) + (middle & half);
  result->low = (other << 32) | (low & half);
  result->high = (a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32) +
                 a_high * b + a * b_high;
}

// Hash seeds, and Swift's own random numbers: the same in every run, so that
// a page says the same thing twice.
void arc4random_buf(void *bytes, size_t count) {
  static uint64_t state = 0x9E3779B97F4A7C15;
  for (size_t i = 0; i < count; i++) {
    state = state * 6364136223846793005 + 1442695040888963407;
    ((uint8_t *)bytes)[i] = (uint8_t)(state >> 56);
  }
}
