#include "common/xapian_guard.h"

#include <cstring>
#include <string_view>

namespace saegin {

Error to_error(const Xapian::Error& problem, const std::string& doing) {
    const std::string_view type = problem.get_type();
    const char* const system = problem.get_error_string();
    std::string message = doing + ": " + problem.get_msg();
    if (system != nullptr) {
        message += std::string{": "} + system;
    }
    if (!problem.get_context().empty()) {  // which server an error comes from
        message += " (" + problem.get_context() + ")";
    }
    if (type == "DatabaseModifiedError") {
        return {Code::kChanged, message, "it was being updated; try again"};
    }
    if (type == "DatabaseLockError") {
        return {Code::kLocked, message, "another process is writing it; wait until it is done"};
    }
    if (type == "DatabaseVersionError") {
        return {Code::kVersion, message, "it was made by another version of Xapian; make it anew with --rebuild"};
    }
    // Xapian tells of a table that was cut short by a plain DatabaseError.
    const bool cut_short = type == "DatabaseError" && problem.get_msg().starts_with("EOF");
    if (type == "DatabaseCorruptError" || cut_short) {
        return {Code::kCorrupt, message, "make it anew with --rebuild"};
    }
    if (type == "DatabaseNotFoundError" || type == "DatabaseOpeningError") {
        return {Code::kNotFound, message, "check the path and its permissions"};
    }
    const auto failed_with = [&](int number) {
        return system != nullptr && std::strcmp(system, std::strerror(number)) == 0;
    };
    if (failed_with(ENOSPC) || failed_with(EDQUOT)) {
        return {Code::kIo, message, "free some space and run again; the index is as it was"};
    }
    if (failed_with(EACCES) || failed_with(EROFS) || failed_with(EPERM)) {
        return {Code::kIo, message, "the folder must be writable for you"};
    }
    if (type == "NetworkError" || type == "NetworkTimeoutError") {
        return {Code::kUnreachable, message, "see whether xapian-tcpsrv runs there and can be reached"};
    }
    if (type == "DatabaseError" || system != nullptr) {
        return {Code::kIo, message, "look at disk space and permissions"};
    }
    return {Code::kInternal, std::string{type} + " while " + message, "this is a defect: please report it"};
}

}  // namespace saegin
