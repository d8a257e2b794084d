#include "common/error.h"

namespace saegin {

std::string to_string(const Where& where) {
    if (where.line == 0) {
        return where.file;
    }
    return where.file + ":" + std::to_string(where.line);
}

std::string to_string(const Error& error) {
    std::string out = to_string(error.where);
    if (!out.empty()) {
        out += ": ";
    }
    out += error.message;
    if (!error.hint.empty()) {
        out += " (" + error.hint + ")";
    }
    return out;
}

}  // namespace saegin
