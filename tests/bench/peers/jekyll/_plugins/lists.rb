# The list of all entries, and one for each term.
class Lists < Jekyll::Generator
  def generate(site)
    entries = site.collections["entries"].docs.sort_by { |entry| entry.data["title"] }
    terms = Hash.new { |found, term| found[term] = [] }
    entries.each { |entry| (entry.data["terms"] || []).each { |term| terms[term] << entry } }
    put(site, "", "Alle", entries)
    terms.each { |term, those| put(site, "terms/#{term}", term, those) }
  end

  def put(site, folder, title, entries)
    page = Jekyll::PageWithoutAFile.new(site, site.source, folder, "index.html")
    page.data.merge!("layout" => "list", "title" => title,
                     "listed" => entries.map { |entry| { "url" => entry.url, "data" => { "title" => entry.data["title"] } } })
    site.pages << page
  end
end
