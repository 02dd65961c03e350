#ifndef BASE_IP_H
#define BASE_IP_H

#include <stdbool.h>

#include "base/str.h"

/*
 * IP addresses. All are kept as IPv6; an IPv4 address is kept as
 * ::ffff:a.b.c.d (RFC 4291, section 2.5.5.2).
 *
 * Each reader stores the address, or returns false when the text is no such address;
 * *ip is then unspecified.
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
 * numbers in decimal, octal or hexadecimal. The last number fills the remaining
 * bytes (WHATWG URL, «IPv4 parser»): 127.1 is 127.0.0.1.
 */
bool ip_read_host(struct str host, struct ip *ip);

/* True if the address is this machine's or a private network's, and means nothing on the net. */
bool ip_is_local(const struct ip *ip);

#endif
