#include "indexer/file_finder.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <system_error>

#include "common/text/unicode.h"

namespace saegin::indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kLookedFor = "a folder of digests (*.md) or JSON lines (*.jsonl), such a file, or '-'";

struct HashDeleter {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::optional<InputFile::Kind> kind_of(const fs::path& path) {
    const std::string ending = lower(path.extension().string());
    if (ending == ".md") {
        return InputFile::Kind::kDigest;
    }
    if (ending == ".jsonl") {
        return InputFile::Kind::kJsonl;
    }
    return std::nullopt;
}

bool is_left_out(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') || lower(name) == "readme.md";
}

Error io_error(std::string_view what, const std::string& path, const std::error_code& problem) {
    return {Code::kIo, fmt::format("cannot {} '{}': {}", what, path, problem.message()),
            "check that it may be read and that its disk is in order"};
}

Error missing(const std::string& path) {
    return {Code::kNotFound, fmt::format("'{}' does not exist", path), "check the spelling of the path"};
}

Error not_a_file(const std::string& path) {
    return {Code::kInvalidInput, fmt::format("'{}' is not a regular file", path), "name a file; for a pipe, use '-'"};
}

/// Succeeds for a regular file, or a symbolic link to one.
Result<void> require_file(const std::string& path) {
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);
    if (status.type() == fs::file_type::not_found) {
        return missing(path);
    }
    if (problem) {
        return io_error("read", path, problem);
    }
    if (!fs::is_regular_file(status)) {
        return not_a_file(path);
    }
    return {};
}

/// Gives the content of a file to `take`, piece by piece, until the end or until `take` answers false.
template <typename Take>
Result<void> for_each_chunk(const std::string& path, Take take) {
    constexpr std::size_t kChunkBytes = 64U << 10U;
    std::string chunk(kChunkBytes, '\0');
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    do {
        in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        if (!take(std::string_view(chunk).substr(0, static_cast<std::size_t>(in.gcount())))) {
            return {};
        }
    } while (in);
    if (!in.eof()) {
        return io_error("read", path, {errno != 0 ? errno : EIO, std::generic_category()});
    }
    return {};
}

Result<InputFile> input_file(const fs::path& path, InputFile::Kind kind) {
    std::error_code problem;
    const fs::path absolute = fs::absolute(path, problem);
    if (problem) {
        return io_error("find", path.string(), problem);
    }
    return InputFile{text::repair_utf8(absolute.lexically_normal().string()).text, path.string(), kind};
}

Result<std::vector<InputFile>> find_below(const fs::path& folder) {
    std::vector<InputFile> files;
    std::error_code problem;
    fs::recursive_directory_iterator it(folder, problem);
    for (; !problem && it != fs::recursive_directory_iterator(); it.increment(problem)) {
        if (is_left_out(it->path())) {
            it.disable_recursion_pending();
            continue;
        }
        std::error_code unknown;  // of a symbolic link that leads nowhere: no regular file
        const auto kind = kind_of(it->path());
        if (!kind || !it->is_regular_file(unknown)) {
            continue;
        }
        Result<InputFile> file = input_file(it->path(), *kind);
        if (!file) {
            return file.error();
        }
        files.push_back(*std::move(file));
    }
    if (problem) {
        return io_error("read all of the folder", folder.string(), problem);
    }
    std::sort(files.begin(), files.end(), [](const InputFile& a, const InputFile& b) { return a.key < b.key; });
    return files;
}

Result<std::vector<InputFile>> find_input(const std::string& input) {
    if (input == "-") {
        return std::vector{InputFile{"-", "-", InputFile::Kind::kStandardInput}};
    }
    std::error_code problem;
    if (fs::is_directory(input, problem)) {
        return find_below(input);
    }
    std::error_code other;
    if (fs::status(input, other).type() == fs::file_type::not_found) {
        Error error = missing(input);
        error.hint += fmt::format("; an input is {}", kLookedFor);
        return error;
    }
    const auto kind = kind_of(input);
    if (!kind) {
        return Error{Code::kUsage, fmt::format("cannot tell what '{}' is by its name", input),
                     fmt::format("an input is {}; JSON lines of another name can be sent to '-'", kLookedFor)};
    }
    if (const Result<void> file = require_file(input); !file) {
        return file.error();
    }
    Result<InputFile> file = input_file(input, *kind);
    if (!file) {
        return file.error();
    }
    return std::vector{*std::move(file)};
}

}  // namespace

Result<std::vector<InputFile>> find_inputs(const std::vector<std::string>& inputs) {
    std::vector<InputFile> all;
    std::set<std::string> known;
    for (const std::string& input : inputs) {
        Result<std::vector<InputFile>> found = find_input(input);
        if (!found) {
            return found.error();
        }
        for (InputFile& file : *found) {
            if (known.insert(file.key).second) {
                all.push_back(std::move(file));
            }
        }
    }
    if (all.empty()) {
        return Error{
            Code::kNotFound, fmt::format("nothing to read in '{}'", fmt::join(inputs, "', '")),
            fmt::format("an input is {}; hidden files and README.md do not count; what an index has of it stays",
                        kLookedFor)};
    }
    return all;
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    if (const Result<void> file = require_file(path); !file) {
        return file.error();
    }
    std::error_code problem;
    const std::uintmax_t size = fs::file_size(path, problem);
    if (problem) {
        return io_error("read", path, problem);
    }
    const Error too_large{Code::kInvalidInput, fmt::format("'{}' has more than {} bytes", path, limit),
                          "split it into smaller files"};
    if (size > limit) {
        return too_large;
    }
    std::string content;
    content.reserve(static_cast<std::size_t>(size));
    bool grown = false;  // since its size was asked for
    const Result<void> read = for_each_chunk(path, [&](std::string_view chunk) {
        content += chunk;
        grown = content.size() > limit;
        return !grown;
    });
    if (!read) {
        return read.error();
    }
    if (grown) {
        return too_large;
    }
    return content;
}

std::string fingerprint(std::string_view content) {
    const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

Result<std::string> fingerprint_file(const std::string& path) {
    if (const Result<void> file = require_file(path); !file) {
        return file.error();
    }
    const std::unique_ptr<XXH3_state_t, HashDeleter> state(XXH3_createState());
    if (!state) {
        throw std::bad_alloc();
    }
    XXH3_128bits_reset(state.get());
    const Result<void> read = for_each_chunk(path, [&](std::string_view chunk) {
        XXH3_128bits_update(state.get(), chunk.data(), chunk.size());
        return true;
    });
    if (!read) {
        return read.error();
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace saegin::indexer
