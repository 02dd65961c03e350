#ifndef ATTACHED_TRAITS_H
#define ATTACHED_TRAITS_H

#include "base/str.h"

struct arena;

/*
 * What a picture tells besides what it shows: where it was taken, by whom. Cameras and
 * programs write that in three ways, and all formats can hold one or more of them:
 *
 *     EXIF   a TIFF in small (CIPA DC-008): directories of numbered tags
 *     IPTC   numbered records (IIM 4.2), in a block of Photoshop's
 *     XMP    RDF as XML (ISO 16684-1), whose names are looked up here
 *
 * Each reader takes bytes that may be hostile, in time that grows with their length, and
 * returns a set of these, as bits.
 */
enum trait {
    TRAIT_COORDINATES = 1 << 0, /* the place, to a few metres */
    TRAIT_PLACE = 1 << 1,       /* the name of the place */
    TRAIT_CREATOR = 1 << 2,
    TRAIT_OWNER = 1 << 3,  /* of the camera */
    TRAIT_SERIAL = 1 << 4, /* number of the camera or its lens */
    TRAIT_PEOPLE = 1 << 5, /* who is in the picture */
    TRAIT_FOLDER = 1 << 6, /* a path on the machine where it was saved */
    TRAIT_SEALED = 1 << 7, /* compressed, so that we cannot see what it says */
};

/* Reads EXIF, with or without `Exif` before it. Stores the orientation (1 … 8) if it has one. */
unsigned traits_of_exif(struct str exif, unsigned *orientation);

/* Reads the block `Photoshop 3.0` of a JPEG. */
unsigned traits_of_iptc(struct str block);

/* Reads a packet of XMP. Bytes around it do not matter. */
unsigned traits_of_xmp(struct str xmp);

/* Reads a comment. */
unsigned traits_of_comment(struct str comment);

/*
 * Returns what an element or attribute of XMP, or of the metadata in an SVG, tells if it
 * has a text: 0 for most. The name is without its prefix.
 */
unsigned traits_of_name(struct str name);

/* Returns what these tell as part of a sentence, in Norwegian or in English. */
struct str traits_told(struct arena *arena, unsigned traits, bool english);

#endif
