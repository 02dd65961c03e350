#include "site/families.h"

#include "data/bibliography.h"
#include "data/catalogue.h"
#include "data/dates_json.h"
#include "data/entries_csv.h"
#include "data/entries_json.h"
#include "pages/entry_ids.h"
#include "data/feed.h"
#include "data/original.h"
#include "data/package.h"
#include "data/robots.h"
#include "data/schema_json.h"
#include "data/security_txt.h"
#include "data/sitemap.h"
#include "data/terms_data.h"
#include "data/web_manifest.h"
#include "editions/epub.h"
#include "editions/one_file.h"
#include "editions/site_zip.h"
#include "pages/book.h"
#include "pages/cards.h"
#include "pages/compared.h"
#include "pages/motif.h"
#include "pages/pages.h"
#include "plan/folder_pages.h"
#include "plan/redirects.h"
#include "search/search.h"
#include "site/copied.h"

/*
 * If two outputs have one path, the finding blames that of the later row: so rows
 * whose paths people cannot change come first.
 */
const struct family site_families[] = {
    {
        .name = "home",
        .template = "home",
        .lasting = true,
        .in_one_file = true,
        .own_text = true,
        .add = home_page_add,
        .shape = home_page_shape,
        .make = home_page_make,
        .title = home_page_title,
    },
    {
        .name = "not-found",
        .template = "not-found",
        .own_text = true,
        .anywhere = true,
        .add = not_found_page_add,
        .shape = not_found_page_shape,
        .make = not_found_page_make,
    },
    {
        .name = "folder",
        .template = "redirect",
        .own_text = true,
        .wave = 2,
        .add = folder_pages_add,
        .shape = redirect_page_shape,
        .make = folder_page_make,
    },
    {
        .name = "entries",
        .template = "entries",
        .lasting = true,
        .in_one_file = true,
        .add = list_page_add,
        .shape = list_page_shape,
        .make = list_page_make,
        .title = list_page_title,
    },
    {
        .name = "overview",
        .template = "overview",
        .lasting = true,
        .in_one_file = true,
        .own_text = true,
        .add = overview_page_add,
        .shape = overview_page_shape,
        .make = overview_page_make,
        .title = overview_page_title,
    },
    {
        .name = "print",
        .template = "print",
        .lasting = true,
        .own_text = true,
        .add = print_page_add,
        .shape = print_page_shape,
        .make = print_page_make,
        .title = print_page_title,
    },
    {
        .name = "booklet",
        .template = "booklet",
        .lasting = true,
        .own_text = true,
        .repeats = true,
        .add = booklet_page_add,
        .shape = booklet_page_shape,
        .make = booklet_page_make,
        .title = booklet_page_title,
    },
    {
        .name = "compare",
        .template = "compare",
        .lasting = true,
        .own_text = true,
        .add = compare_page_add,
        .shape = compare_page_shape,
        .make = compare_page_make,
        .title = compare_page_title,
    },
    {
        .name = "downloads",
        .template = "downloads",
        .lasting = true,
        .after_editions = true,
        .add = downloads_page_add,
        .shape = downloads_page_shape,
        .make = downloads_page_make,
        .title = downloads_page_title,
    },
    {
        .name = "news",
        .template = "news",
        .lasting = true,
        .in_one_file = true,
        .add = news_page_add,
        .shape = news_page_shape,
        .make = news_page_make,
        .title = news_page_title,
    },
    {
        .name = "entry",
        .template = "entry",
        .lasting = true,
        .in_one_file = true,
        .own_text = true,
        .add = entry_page_add,
        .shape = entry_page_shape,
        .make = entry_page_make,
        .title = entry_page_title,
    },
    {
        .name = "facet",
        .template = "facet",
        .lasting = true,
        .in_one_file = true,
        .own_text = true,
        .add = facet_page_add,
        .shape = facet_page_shape,
        .make = facet_page_make,
        .title = facet_page_title,
    },
    {
        .name = "term",
        .template = "term",
        .lasting = true,
        .in_one_file = true,
        .own_text = true,
        .add = term_page_add,
        .shape = term_page_shape,
        .make = term_page_make,
        .title = term_page_title,
    },
    {
        .name = "page",
        .template = "page",
        .lasting = true,
        .in_one_file = true,
        .own_text = true,
        .add = text_page_add,
        .shape = text_page_shape,
        .make = text_page_make,
        .title = text_page_title,
    },
    {.name = "asset", .own_text = true, .add = asset_add, .put = asset_put},
    {.name = "motif", .own_text = true, .add = motif_add, .put = asset_put},
    {.name = "attachment", .own_text = true, .add = attachment_add, .put = attachment_put},
    {.name = "search", .add = search_add, .put = plan_put_made},
    {
        .name = "cards",
        .template = "cards",
        .add = cards_add,
        .shape = cards_shape,
        .make = cards_make,
        .wrap = cards_wrap,
    },
    {
        .name = "one-file",
        .template = "onefile",
        .add = one_file_add,
        .shape = one_file_shape,
        .make = one_file_make,
        .edition = &one_file_edition,
    },
    {.name = "zip", .add = site_zip_add, .edition = &site_zip_edition},
    {
        .name = "epub",
        .template = "epub",
        .add = epub_add,
        .shape = book_shape,
        .bare = true,
        .make = book_make,
        .edition = &epub_edition,
    },
    {.name = "robots", .own_text = true, .add = robots_add, .put = robots_put},
    {.name = "security-txt", .own_text = true, .add = security_txt_add, .put = security_txt_put},
    {.name = "web-manifest", .own_text = true, .add = web_manifest_add, .put = web_manifest_put},
    {.name = "sitemap", .wave = 1, .add = sitemap_add, .put = plan_put_made},
    {.name = "atom", .wave = 1, .add = atom_add, .put_seen = atom_put},
    {.name = "json-feed", .wave = 1, .add = json_feed_add, .put_seen = json_feed_put},
    {.name = "dates",
     .lasting = true,
     .own_text = true,
     .add = dates_json_add,
     .put = dates_json_put},
    {.name = "original", .own_text = true, .add = original_add, .put = original_put},
    {.name = "entry-ids", .own_text = true, .add = entry_ids_add, .put = entry_ids_put},
    {.name = "compared", .own_text = true, .add = compared_add, .put_seen = compared_put},
    {.name = "entries-json",
     .lasting = true,
     .add = entries_json_add,
     .put_part = entries_json_put},
    {.name = "entries-csv",
     .lasting = true,
     .own_text = true,
     .add = entries_csv_add,
     .put_part = entries_csv_put},
    {.name = "terms-json",
     .lasting = true,
     .own_text = true,
     .add = terms_json_add,
     .put_part = terms_json_put},
    {.name = "terms-csv",
     .lasting = true,
     .own_text = true,
     .add = terms_csv_add,
     .put_part = terms_csv_put},
    {.name = "data-package", .lasting = true, .add = package_add, .put_seen = package_put},
    {.name = "schema",
     .lasting = true,
     .own_text = true,
     .add = schema_output_add,
     .put = schema_output_put},
    {.name = "catalogue", .add = catalogue_add, .put_seen = catalogue_put},
    {.name = "bibliography",
     .lasting = true,
     .own_text = true,
     .add = bibliography_add,
     .put_part = bibliography_put},
    {
        .name = "redirect",
        .template = "redirect",
        .lasting = true,
        .own_text = true,
        .wave = 1,
        .add = redirects_add,
        .shape = redirect_page_shape,
        .make = redirect_page_make,
    },
};

const size_t site_family_count = sizeof site_families / sizeof *site_families;
