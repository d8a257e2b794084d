// Errors as values. Every failure that a user may meet is an `Error`: what happened, where, and what to do next.
//
//   return Error{Code::kNotFound, "no index at '/x'", "run 'saegin-index --db /x FOLDER' first"};
#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace saegin {

/// Kinds of failure. A caller branches on the code, never on the message.
enum class Code : std::uint8_t {
    kUsage,         ///< the command line is wrong
    kInvalidInput,  ///< a file or record cannot be read as what it should be
    kNotFound,      ///< a file, an index or a paper does not exist
    kLocked,        ///< another process is writing this index
    kVersion,       ///< the index was made by another version, or is not ours
    kChanged,       ///< the index changed while it was being read: reopen and try again
    kIo,            ///< reading or writing failed: disk full, no permission, ...
    kCorrupt,       ///< the index is damaged
    kUnreachable,   ///< an index on another machine does not answer
    kInternal,      ///< a defect of this program
};

/// A position in an input. `line` counts from 1; 0 means the file as a whole.
struct Where {
    std::string file;
    std::size_t line = 0;

    friend bool operator==(const Where&, const Where&) = default;
};

/// One failure, told so that a person can act on it.
struct Error {
    Code code = Code::kInternal;
    std::string message;  ///< what happened, without a final full stop
    std::string hint;     ///< what to do about it; may be empty
    Where where;          ///< where in the input it happened; may be empty

    Error(Code c, std::string msg, std::string hnt = {}, Where at = {})
        : code(c), message(std::move(msg)), hint(std::move(hnt)), where(std::move(at)) {}
};

/// "file:line: message (hint)", for a person; parts that are empty are left out.
[[nodiscard]] std::string to_string(const Error& error);

/// "file:line", "file", or "" for an empty place.
[[nodiscard]] std::string to_string(const Where& where);

}  // namespace saegin
