#include <zlib.h>

// Swift cannot see deflateInit2 and inflateInit2, which are macros. 15 + 16 asks for the gzip format with the largest window.
static inline int socle_gzip_start(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

static inline int socle_gunzip_start(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}
