// PostgreSQL's client library. Where its header lies is told by pkg-config ("libpq").
#include <libpq-fe.h>
