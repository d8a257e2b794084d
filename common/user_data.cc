#include "common/user_data.h"

#include <cstdlib>

namespace saegin {

std::optional<std::string> user_data(const char* variable, const std::string& leaf) {
    const auto value_of = [](const char* name) -> std::string {
        const char* const value = std::getenv(name);
        return value == nullptr ? "" : value;
    };
    if (std::string own = value_of(variable); !own.empty()) {
        return own;
    }
    if (const std::string data = value_of("XDG_DATA_HOME"); !data.empty()) {
        return data + "/saegin/" + leaf;
    }
    if (const std::string home = value_of("HOME"); !home.empty()) {
        return home + "/.local/share/saegin/" + leaf;
    }
    return std::nullopt;
}

}  // namespace saegin
