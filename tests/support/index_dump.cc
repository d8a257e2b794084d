#include "tests/support/index_dump.h"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "common/schema.h"

namespace saegin::test {

namespace {

/// One line, readable where it is UTF-8 text: control characters and backslashes are escaped.
std::string escaped(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || c == '\\') {
            out += "\\x";
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 0x0FU];
        } else {
            out += c;
        }
    }
    return out;
}

/// A value: ids, authors and sections are text, all others are serialised numbers.
std::string value_text(Xapian::valueno slot, const std::string& value) {
    if (slot == schema::kIdSlot || slot == schema::kAuthorsSlot || slot == schema::kSectionsSlot) {
        return escaped(value);
    }
    std::ostringstream out;
    out.precision(17);
    out << Xapian::sortable_unserialise(value);
    return out.str();
}

void dump_document(const Xapian::Document& document, std::ostream& out) {
    out << "  data " << escaped(document.get_data()) << "\n";
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        out << "  value " << value.get_valueno() << " " << value_text(value.get_valueno(), *value) << "\n";
    }
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        out << "  term " << escaped(*term) << " wdf " << term.get_wdf();
        const char* separator = " at ";
        for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position) {
            out << separator << *position;
            separator = ",";
        }
        out << "\n";
    }
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

void dump_index(const Xapian::Database& database, std::ostream& out) {
    out << "papers " << database.get_doccount() << "\n";
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
        out << "metadata " << escaped(*key) << " " << escaped(database.get_metadata(*key)) << "\n";
    }
    std::vector<std::pair<std::string, Xapian::docid>> papers;
    for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
        papers.emplace_back(database.get_document(*document).get_value(schema::kIdSlot), *document);
    }
    std::sort(papers.begin(), papers.end());
    for (const auto& [id, document] : papers) {
        out << "paper " << escaped(id) << " length " << database.get_doclength(document) << "\n";
        dump_document(database.get_document(document), out);
    }
}

std::string dump_index(const Xapian::Database& database) {
    std::ostringstream out;
    dump_index(database, out);
    return out.str();
}

std::string first_difference(const std::string& left, const std::string& right) {
    if (left == right) {
        return {};
    }
    const std::vector<std::string_view> ours = lines_of(left);
    const std::vector<std::string_view> theirs = lines_of(right);
    std::string_view paper = "(before the first paper)";
    for (std::size_t i = 0; i < std::max(ours.size(), theirs.size()); ++i) {
        const std::string_view ours_here = i < ours.size() ? ours[i] : "(end)";
        const std::string_view theirs_here = i < theirs.size() ? theirs[i] : "(end)";
        if (ours_here != theirs_here) {
            std::ostringstream out;
            out << "line " << i + 1 << ", " << paper << "\n  left:  " << ours_here << "\n  right: " << theirs_here;
            return out.str();
        }
        if (ours_here.starts_with("paper ")) {
            paper = ours_here;
        }
    }
    return "they differ in line ends only";
}

}  // namespace saegin::test
