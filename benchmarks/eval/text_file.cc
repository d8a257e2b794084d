#include "benchmarks/eval/text_file.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

namespace saegin::eval {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kGzip = "\x1F\x8B";

struct FileCloser {
    // NOLINTNEXTLINE: the file was only read, so closing it has nothing to report
    void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view without_plus(std::string_view text) {
    return text.size() > 1 && text[0] == '+' && text[1] != '-' ? text.substr(1) : text;
}

}  // namespace

TextFile::TextFile(std::string path, std::vector<char> bytes) : path_(std::move(path)), bytes_(std::move(bytes)) {
    start_ = std::string_view{bytes_.data(), bytes_.size()}.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

Result<TextFile> TextFile::read(const std::string& path) {
    const std::unique_ptr<std::FILE, FileCloser> file{std::fopen(path.c_str(), "rb")};
    if (!file) {
        const int problem = errno;
        return Error{problem == ENOENT ? Code::kNotFound : Code::kIo,
                     fmt::format("cannot open '{}': {}", path, std::strerror(problem)), "check the name of the file"};
    }
    constexpr std::size_t kChunk = std::size_t{1} << 20;
    std::vector<char> bytes;
    std::size_t size = 0;
    for (std::size_t got = 1; got > 0; size += got) {
        if (bytes.size() - size < kChunk) {
            bytes.resize(bytes.size() * 2 + kChunk);
        }
        got = std::fread(bytes.data() + size, 1, bytes.size() - size, file.get());
    }
    if (std::ferror(file.get()) != 0) {
        return Error{Code::kIo, fmt::format("cannot read '{}': {}", path, std::strerror(errno)),
                     "is it a file that you may read?"};
    }
    bytes.resize(size);
    if (std::string_view{bytes.data(), size}.starts_with(kGzip)) {
        return Error{Code::kInvalidInput, "the file is packed", "unpack it first: gzip -dk FILE", Where{path, 0}};
    }
    return TextFile{path, std::move(bytes)};
}

std::string TextFile::fingerprint() const {
    return fmt::format("{:016x}", XXH3_64bits(bytes_.data(), bytes_.size()));
}

std::optional<std::string_view> Lines::next() {
    if (rest_.empty()) {
        return std::nullopt;
    }
    const std::size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    ++number_;
    return line;
}

std::string_view take_field(std::string_view& line) {
    std::size_t start = 0;
    while (start < line.size() && is_space(line[start])) {
        ++start;
    }
    std::size_t end = start;
    while (end < line.size() && !is_space(line[end])) {
        ++end;
    }
    const std::string_view field = line.substr(start, end - start);
    line.remove_prefix(end);
    return field;
}

std::optional<double> parse_score(std::string_view text) {
    text = without_plus(text);
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || problem == std::errc::invalid_argument || end != text.data() + text.size()) {
        return std::nullopt;
    }
    if (problem == std::errc::result_out_of_range) {
        // from_chars does not say on which side the number fell out of the range.
        return std::strtod(std::string{text}.c_str(), nullptr);
    }
    return std::isnan(value) ? std::nullopt : std::optional{value};
}

std::optional<int> parse_whole(std::string_view text) {
    text = without_plus(text);
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

}  // namespace saegin::eval
