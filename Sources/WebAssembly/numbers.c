// Numbers from text, rounded correctly: what `Double("0.1")` calls.

#include <stddef.h>
#include <stdint.h>

// A natural number, its lowest limb first. 1,536 bits hold 10^308 times
// forty digits.
enum { limbs = 48 };
struct natural { uint32_t limb[limbs]; };

static void multiply_add(struct natural *n, uint32_t factor, uint32_t carry) {
  uint64_t sum = carry;
  for (int i = 0; i < limbs; i++) {
    sum += (uint64_t)n->limb[i] * factor;
    n->limb[i] = (uint32_t)sum;
    sum >>= 32;
  }
}

static int compare(const struct natural *a, const struct natural *b) {
  for (int i = limbs - 1; i >= 0; i--)
    if (a->limb[i] != b->limb[i]) return a->limb[i] < b->limb[i] ? -1 : 1;
  return 0;
}

static void subtract(struct natural *a, const struct natural *b) {
  int64_t borrow = 0;
  for (int i = 0; i < limbs; i++) {
    borrow += (int64_t)a->limb[i] - b->limb[i];
    a->limb[i] = (uint32_t)borrow;
    borrow >>= 32;
  }
}

static int bits(const struct natural *n) {
  for (int i = limbs - 1; i >= 0; i--)
    if (n->limb[i]) return 32 * i + 32 - __builtin_clz(n->limb[i]);
  return 0;
}

static void shift_left(struct natural *n, int places) {
  for (; places >= 31; places -= 31) multiply_add(n, 1u << 31, 0);
  multiply_add(n, 1u << places, 0);
}

// above / below, rounded once, half to even, to `precision` bits, none of
// them worth less than 2^least.
static double quotient(
    struct natural above, struct natural below, int precision, int least) {
  int exponent = bits(&above) - bits(&below) - precision;
  if (exponent < least) exponent = least;
  if (exponent > 0) shift_left(&below, exponent);
  else shift_left(&above, -exponent);
  // Now above / below is the whole number we want, or has one bit too many.
  shift_left(&below, precision);
  if (compare(&above, &below) >= 0) {
    shift_left(&below, 1);
    exponent++;
  }
  uint64_t digits = 0;
  for (int i = 0; i < precision; i++) {
    shift_left(&above, 1);
    digits <<= 1;
    if (compare(&above, &below) >= 0) {
      subtract(&above, &below);
      digits |= 1;
    }
  }
  shift_left(&above, 1);
  int half = compare(&above, &below);
  if (half > 0 || (half == 0 && (digits & 1))) digits++;
  double result = (double)digits;
  for (; exponent > 0; exponent--) result *= 2;
  for (; exponent < 0; exponent++) result /= 2;
  return result;
}

// Whether the text begins with a word, in letters of either case.
static const char *after_word(const char *text, const char *word) {
  for (; *word; text++, word++)
    if ((*text | 32) != *word) return NULL;
  return text;
}

// Reads a decimal number. Returns where it ends, or NULL if there is none.
static const char *read_number(
    const char *text, int precision, int least, double *result) {
  double sign = *text == '-' ? -1 : 1;
  if (*text == '-' || *text == '+') text++;
  const char *end;
  if ((end = after_word(text, "nan"))) {
    *result = __builtin_nan("");
    return end;
  }
  if ((end = after_word(text, "infinity")) || (end = after_word(text, "inf"))) {
    *result = sign * __builtin_inf();
    return end;
  }

  struct natural above = {{0}};
  int count = 0, exponent = 0, is_after_point = 0, is_empty = 1, rest = 0;
  for (;; text++) {
    if (*text == '.' && !is_after_point) {
      is_after_point = 1;
      continue;
    }
    if (*text < '0' || *text > '9') break;
    is_empty = 0;
    if (count < 40) {
      multiply_add(&above, 10, (uint32_t)(*text - '0'));
      if (count > 0 || *text != '0') count++;
      exponent -= is_after_point;
    } else { // too far back to matter, but for saying "a little more"
      rest |= *text != '0';
      exponent += !is_after_point;
    }
  }
  if (is_empty) return NULL;
  if (rest) {
    multiply_add(&above, 10, 1);
    exponent--;
    count++;
  }
  if ((*text | 32) == 'e') {
    const char *start = text++;
    int is_negative = *text == '-', value = 0;
    if (*text == '-' || *text == '+') text++;
    if (*text < '0' || *text > '9') text = start;
    for (; *text >= '0' && *text <= '9'; text++)
      if (value < 100000) value = 10 * value + (*text - '0');
    exponent += is_negative ? -value : value;
  }

  if (count == 0 || exponent + count < -330) *result = sign * 0.0;
  else if (exponent + count > 310) *result = sign * __builtin_inf();
  else {
    struct natural below = {{1}};
    for (; exponent > 0; exponent--) multiply_add(&above, 10, 0);
    for (; exponent < 0; exponent++) multiply_add(&below, 10, 0);
    *result = sign * quotient(above, below, precision, least);
  }
  return text;
}

const char *_swift_stdlib_strtod_clocale(const char *text, double *result) {
  return read_number(text, 53, -1074, result);
}

const char *_swift_stdlib_strtof_clocale(const char *text, float *result) {
  double wide = 0;
  const char *end = read_number(text, 24, -149, &wide);
  *result = (float)wide;
  return end;
}
