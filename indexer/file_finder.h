// Finds the files that inputs name, and reads and fingerprints them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace saegin::indexer {

struct InputFile {
    enum class Kind : std::uint8_t { kDigest, kJsonl, kStandardInput };

    std::string key;    ///< absolute and lexically normal path, malformed UTF-8 as U+FFFD; "-" for standard input
    std::string shown;  ///< the path as a person gave it, byte for byte: to open it, and for messages
    Kind kind = Kind::kDigest;

    friend bool operator==(const InputFile&, const InputFile&) = default;
};

/// The files that `inputs` name, in their order; a file that is named twice stands once, where it is named first.
///
/// A folder stands for every *.md and *.jsonl below it, sorted by key. Left out are hidden files and folders (leading
/// dot), README.md, anything but files (pipes, sockets), and folders behind symbolic links, which could lead in
/// circles; files behind symbolic links are taken. A file is named by its path, whatever its name, if it ends in .md or
/// .jsonl (in any case). "-" is standard input. `-` never means a file of this name: that is "./-.jsonl".
///
/// Errors: kNotFound (a path that does not exist, or nothing to read in all inputs), kUsage (another ending),
/// kInvalidInput (not a file), kIo (a folder that cannot be read).
[[nodiscard]] Result<std::vector<InputFile>> find_inputs(const std::vector<std::string>& inputs);

/// The whole content of a file. Errors: kNotFound, kIo; kInvalidInput for a file of more than `limit` bytes, which is
/// refused before it is read, and for anything but a regular file.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t limit);

/// What two contents have in common only if they are equal, for all practical purposes: 128 bits of XXH3 as 32
/// hexadecimal digits.
[[nodiscard]] std::string fingerprint(std::string_view content);

/// The same of a file's content, which is never held as a whole. Errors as of `read_file`, but any size is taken.
[[nodiscard]] Result<std::string> fingerprint_file(const std::string& path);

}  // namespace saegin::indexer
