// Memory for a Swift program in WebAssembly: malloc, posix_memalign, free.
//
// Blocks come in sizes 2^k · {1, 1.25, 1.5, 1.75}; a freed one goes to the
// list of its size and is handed out again from there. What is needed beyond
// that is taken from the end of memory, which grows. A program that gets none
// says so and stops. Next: numbers.c.

#include "CShims.h"
#include <stddef.h>
#include <stdint.h>

enum { sizes = 128 };

// Stands right before what the program is given.
struct header {
  void *block;
  uint32_t size; // which of the sizes
};

static void *freed[sizes];
static uintptr_t end_of_blocks;
extern unsigned char __heap_base;

static size_t bytes_of(uint32_t size) {
  return ((size_t)(4 + (size & 3)) << (size >> 2)) * 8;
}

// The smallest size of so many bytes.
static uint32_t size_for(size_t bytes) {
  uint32_t eighths = (uint32_t)((bytes + 7) / 8);
  if (eighths <= 4) return 0;
  uint32_t shift = 29 - (uint32_t)__builtin_clz(eighths - 1);
  return 4 * shift + ((eighths - 1) >> shift) - 3;
}

static void *fresh(size_t bytes) {
  if (end_of_blocks == 0)
    end_of_blocks = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
  const size_t page = 65536;
  size_t available = __builtin_wasm_memory_size(0) * page - end_of_blocks;
  if (bytes > available) {
    size_t pages = (bytes - available + page - 1) / page;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return NULL;
  }
  void *block = (void *)end_of_blocks;
  end_of_blocks += bytes;
  return block;
}

static _Noreturn void stop(void) {
  static const char words[] =
      "Fatal error: the program needs more memory than a page has\n";
  unrolled_write(1, (const uint8_t *)words, sizeof words - 1);
  __builtin_trap();
}

static void *allocate(size_t count, size_t alignment) {
  if (alignment < 16) alignment = 16;
  size_t needed = count + alignment + sizeof(struct header);
  if (needed < count || needed > (size_t)1 << 31) stop();
  uint32_t size = size_for(needed);
  void *block = freed[size];
  if (block) freed[size] = *(void **)block;
  else block = fresh(bytes_of(size));
  if (!block) stop();
  uintptr_t start = (uintptr_t)block + sizeof(struct header);
  start = (start + alignment - 1) & ~(uintptr_t)(alignment - 1);
  struct header *header = (struct header *)start - 1;
  header->block = block;
  header->size = size;
  return (void *)start;
}

void *malloc(size_t count) { return allocate(count, 16); }

int posix_memalign(void **result, size_t alignment, size_t count) {
  *result = allocate(count, alignment);
  return 0;
}

void free(void *start) {
  if (!start) return;
  struct header *header = (struct header *)start - 1;
  uint32_t size = header->size;
  void *block = header->block;
  *(void **)block = freed[size];
  freed[size] = block;
}
