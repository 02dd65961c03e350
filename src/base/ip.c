#include "base/ip.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"

enum { V4_LEN = 4, V4_AT = sizeof(struct ip) - V4_LEN };

static struct ip ip_of_v4(uint32_t number)
{
    struct ip ip = {.bytes = {[10] = 0xFF, [11] = 0xFF}};
    for (size_t i = 0; i < V4_LEN; i++)
        ip.bytes[V4_AT + i] = (unsigned char)(number >> (24 - 8 * i));
    return ip;
}

static bool read_octet(struct str text, unsigned *octet)
{
    if (text.len < 1 || text.len > 3 || (text.len > 1 && text.ptr[0] == '0'))
        return false;
    *octet = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!ascii_is_digit(text.ptr[i]))
            return false;
        *octet = *octet * 10 + (unsigned)(text.ptr[i] - '0');
    }
    return *octet <= 255;
}

bool ip_read_v4(struct str text, struct ip *ip)
{
    uint32_t number = 0;
    unsigned octet;
    size_t count = 0;
    for (struct str part; str_cut(&text, '.', &part); count++) {
        if (!read_octet(part, &octet))
            return false;
        number = number << 8 | octet;
    }
    *ip = ip_of_v4(number);
    return count == V4_LEN;
}

static bool read_hex_group(struct str text, unsigned *group)
{
    *group = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (ascii_hex(text.ptr[i]) < 0)
            return false;
        *group = *group << 4 | (unsigned)ascii_hex(text.ptr[i]);
    }
    return text.len >= 1 && text.len <= 4;
}

/* Stores the groups of a text in *ip from byte *len on. If `last`, they may end in IPv4. */
static bool read_hex_groups(struct str text, bool last, struct ip *ip, size_t *len)
{
    struct ip v4;
    unsigned group;
    if (text.len == 0)
        return true;
    for (struct str part; str_cut(&text, ':', &part);) {
        if (last && !text.ptr && *len <= V4_AT && ip_read_v4(part, &v4)) {
            memcpy(ip->bytes + *len, v4.bytes + V4_AT, V4_LEN);
            *len += V4_LEN;
        } else if (*len <= sizeof ip->bytes - 2 && read_hex_group(part, &group)) {
            ip->bytes[(*len)++] = (unsigned char)(group >> 8);
            ip->bytes[(*len)++] = (unsigned char)group;
        } else {
            return false;
        }
    }
    return true;
}

/*
 * RFC 4291, section 2.2: `::` stands for as many zeros as are missing, so what is before
 * it goes to the front and what is after it to the end. It is at least one group.
 */
bool ip_read_v6(struct str text, struct ip *ip)
{
    struct ip tail = {0};
    size_t head_len = 0, tail_len = 0, gap = str_find(text, STR("::"));
    *ip = (struct ip){0};
    if (gap == SIZE_MAX)
        return read_hex_groups(text, true, ip, &head_len) && head_len == sizeof ip->bytes;
    if (!read_hex_groups(str_slice(text, 0, gap), false, ip, &head_len) ||
        !read_hex_groups(str_from(text, gap + 2), true, &tail, &tail_len) ||
        head_len + tail_len > sizeof ip->bytes - 2)
        return false;
    memcpy(ip->bytes + sizeof ip->bytes - tail_len, tail.bytes, tail_len);
    return true;
}

/* Reads 10, 012 and 0xA as ten. Stops adding digits above 32 bits: such a number is refused. */
static bool read_any_number(struct str text, uint64_t *number)
{
    bool hex = str_begins(text, STR("0x")), octal = !hex && text.len > 1 && text.ptr[0] == '0';
    unsigned base = hex ? 16 : octal ? 8 : 10;
    *number = 0;
    for (size_t i = hex ? 2 : 0; i < text.len; i++) {
        int digit = ascii_hex(text.ptr[i]);
        if (digit < 0 || (unsigned)digit >= base)
            return false;
        if (*number <= UINT32_MAX)
            *number = *number * base + (unsigned)digit;
    }
    return text.len > 0;
}

/* Each number is one byte, but the last fills the bytes that are left. */
static bool read_any_numbers(struct str text, struct ip *ip)
{
    uint64_t numbers[V4_LEN], whole = 0;
    size_t count = 0;
    for (struct str part; str_cut(&text, '.', &part); count++)
        if (count == V4_LEN || !read_any_number(part, &numbers[count]))
            return false;
    for (size_t i = 0; i < count; i++) {
        size_t filled = i + 1 < count ? 1 : V4_LEN - i;
        if (numbers[i] >> (8 * filled))
            return false;
        whole = whole << (8 * filled) | numbers[i];
    }
    *ip = ip_of_v4((uint32_t)whole);
    return count > 0;
}

bool ip_read_host(struct str host, struct ip *ip)
{
    if (str_starts(host, STR("[")) && str_ends(host, STR("]"))) {
        size_t zone = str_find_byte(host, '%'); /* fe80::1%eth0 (RFC 6874) */
        return ip_read_v6(str_slice(host, 1, zone == SIZE_MAX ? host.len - 1 : zone), ip);
    }
    if (str_ends(host, STR(".")))
        host.len--;
    return read_any_numbers(host, ip);
}

bool ip_is_local(const struct ip *ip)
{
#define MAPPED 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF
    static const struct {
        unsigned char start[16];
        size_t bits;
    } ranges[] = {
        {{0}, 127},                /* ::, and ::1, the machine itself */
        {{0xFC}, 7},               /* fc00::/7, unique local (RFC 4193) */
        {{0xFE, 0x80}, 10},        /* fe80::/10, link-local */
        {{MAPPED, 0}, 104},        /* 0.0.0.0/8, this network (RFC 1122) */
        {{MAPPED, 10}, 104},       /* 10.0.0.0/8, private (RFC 1918) */
        {{MAPPED, 100, 64}, 106},  /* 100.64.0.0/10, shared by a provider's customers (RFC 6598) */
        {{MAPPED, 127}, 104},      /* 127.0.0.0/8, the machine itself */
        {{MAPPED, 169, 254}, 112}, /* 169.254.0.0/16, link-local (RFC 3927) */
        {{MAPPED, 172, 16}, 108},  /* 172.16.0.0/12, private */
        {{MAPPED, 192, 168}, 112}, /* 192.168.0.0/16, private */
    };
#undef MAPPED
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        /* Whole bytes first; `more` is how many bits of the byte after them do not count. */
        size_t bytes = ranges[i].bits / 8, more = 8 - ranges[i].bits % 8;
        if (memcmp(ip->bytes, ranges[i].start, bytes) == 0 &&
            (more == 8 || ip->bytes[bytes] >> more == ranges[i].start[bytes] >> more))
            return true;
    }
    return false;
}
