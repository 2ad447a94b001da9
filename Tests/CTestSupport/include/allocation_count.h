#ifndef PINGCHA_ALLOCATION_COUNT_H
#define PINGCHA_ALLOCATION_COUNT_H

#include <stdint.h>

/*
 * How often the calling thread has asked for memory on the heap: every call of malloc, calloc,
 * realloc, aligned_alloc and posix_memalign, whoever made it. Always 0 where the system's C library
 * is not one whose functions can be stood in for (glibc is).
 */
uint64_t allocation_count(void);

#endif
