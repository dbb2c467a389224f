#ifndef SOCLE_CQRENCODE_H
#define SOCLE_CQRENCODE_H

#include <qrencode.h>

#endif
