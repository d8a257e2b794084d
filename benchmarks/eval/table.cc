#include "benchmarks/eval/table.h"

#include <algorithm>
#include <utility>

#include "common/text/unicode.h"

namespace saegin::eval {

std::string Table::aligned() const {
    std::vector<std::size_t> widths(header_.size(), 0);
    const auto widen = [&](const std::vector<std::string>& row) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], text::display_width(row[column]));
        }
    };
    widen(header_);
    std::for_each(rows_.begin(), rows_.end(), widen);
    std::string out;
    const auto print = [&](const std::vector<std::string>& row) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string gap(widths[column] - text::display_width(row[column]), ' ');
            line += column == 0 ? "" : "  ";
            line += column < left_columns_ ? row[column] + gap : gap + row[column];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    };
    print(header_);
    std::for_each(rows_.begin(), rows_.end(), print);
    return out;
}

std::string Table::tab_separated() const {
    std::string out;
    const auto print = [&](const std::vector<std::string>& row) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            std::string cell = row[column];
            std::replace_if(
                cell.begin(), cell.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
            out += (column == 0 ? "" : "\t") + cell;
        }
        out += "\n";
    };
    print(header_);
    std::for_each(rows_.begin(), rows_.end(), print);
    return out;
}

}  // namespace saegin::eval
