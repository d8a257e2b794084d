// A whole text file in memory and a walk over its lines: what every reader of a line-based format here starts from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace saegin::eval {

/// A text file, read once. Views into text() stay valid when the object is moved.
class TextFile {
public:
    /// Reads the file at `path`, which may also be a pipe such as /dev/stdin. A byte order mark at its start is left
    /// out. Error kNotFound where it does not exist, kIo where it cannot be read (a folder, no permission),
    /// kInvalidInput where it is packed by gzip.
    [[nodiscard]] static Result<TextFile> read(const std::string& path);

    /// A text that was made in memory, to be read as a file is; `name` stands for its path in messages.
    [[nodiscard]] static TextFile of(std::string name, std::string_view text) {
        return {std::move(name), {text.begin(), text.end()}};
    }

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string_view text() const { return {bytes_.data() + start_, bytes_.size() - start_}; }

    /// Bytes of the file, a byte order mark among them.
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

    /// XXH3 (64 bits, 16 hexadecimal digits) of all bytes of the file: tells whether two results come from one input.
    [[nodiscard]] std::string fingerprint() const;

private:
    TextFile(std::string path, std::vector<char> bytes);

    std::string path_;
    std::vector<char> bytes_;  // not a string: a short string would move its bytes with it
    std::size_t start_ = 0;    // behind the byte order mark
};

/// The lines of a text, one after another, without their ends (LF or CR LF).
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}

    /// The next line, or nothing at the end.
    [[nodiscard]] std::optional<std::string_view> next();
    /// The number of the line that next() gave last, from 1.
    [[nodiscard]] std::size_t number() const { return number_; }

private:
    std::string_view rest_;
    std::size_t number_ = 0;
};

/// Takes the next field from the front of `line`: what stands between white space as C's isspace knows it, newlines
/// excepted. Empty at the end of the line.
[[nodiscard]] std::string_view take_field(std::string_view& line);

/// The number that `text` writes, in decimal or scientific form with an optional sign; beyond the range of a double it
/// is infinite or zero, as strtod has it. Nothing where it is no number, and for a NaN, which has no place in an order.
[[nodiscard]] std::optional<double> parse_score(std::string_view text);

/// The whole number that `text` writes, or nothing where it is none or does not fit.
[[nodiscard]] std::optional<int> parse_whole(std::string_view text);

}  // namespace saegin::eval
