// Tables of text: aligned for people, parted by tabs for programs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace saegin::eval {

/// Rows of cells below a header. Rows may be shorter than the header, not longer.
class Table {
public:
    /// The first `left_columns` columns hold names and are aligned left; the others hold figures and are aligned right.
    Table(std::vector<std::string> header, std::size_t left_columns)
        : header_(std::move(header)), left_columns_(left_columns) {}

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }

    /// Columns two blanks apart, aligned by the columns that a terminal needs (a Hangul syllable needs two).
    [[nodiscard]] std::string aligned() const;
    /// Cells parted by tabs. Tabs and line ends inside a cell become blanks.
    [[nodiscard]] std::string tab_separated() const;

private:
    std::vector<std::string> header_;
    std::size_t left_columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace saegin::eval
