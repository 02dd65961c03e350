#ifndef BASE_IP_H
#define BASE_IP_H

#include <stdbool.h>

#include "base/str.h"

/*
 * Addresses by number. All are kept as IPv6; an IPv4 address is the one that
 * RFC 4291, section 2.5.5.2 maps it to, ::ffff:a.b.c.d.
 *
 * Each reader is false when the text is no such address; *ip is then of no use.
 */
struct ip {
    unsigned char bytes[16];
};

/* Four numbers from 0 to 255 without leading zeros. */
bool ip_read_v4(struct str text, struct ip *ip);

/*
 * Eight groups, or fewer around one `::`; the last two may be written as IPv4
 * (RFC 3986, section 3.2.2).
 */
bool ip_read_v6(struct str text, struct ip *ip);

/*
 * The host of a web address, as browsers read it: IPv6 in brackets, or one to four
 * numbers, decimal, octal or hexadecimal, the last of which fills the bytes that
 * are left (WHATWG URL, «IPv4 parser»): 127.1 is 127.0.0.1.
 */
bool ip_read_host(struct str host, struct ip *ip);

/* Whether it leads nowhere on the open net: this machine, or a private network. */
bool ip_is_local(const struct ip *ip);

#endif
