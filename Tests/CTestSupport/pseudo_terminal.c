#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int pseudo_terminal_open(int *master, int *slave) {
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*master < 0) return 0;
  const char *name = NULL;
  if (grantpt(*master) == 0 && unlockpt(*master) == 0) name = ptsname(*master);
  *slave = name == NULL ? -1 : open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*slave >= 0) return 1;
  close(*master);
  return 0;
}
