// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace saegin {

/// 1234567 -> "1,234,567".
[[nodiscard]] inline std::string with_commas(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

/// (1, "paper") -> "1 paper"; (1234, "paper") -> "1,234 papers".
[[nodiscard]] inline std::string counted(std::uint64_t count, const std::string& one) {
    return with_commas(count) + " " + one + (count == 1 ? "" : "s");
}

/// Bytes in the largest unit that keeps the figure at 1 or above, decimal: 12345678 -> "12.3 MB".
[[nodiscard]] inline std::string byte_text(std::uint64_t bytes) {
    constexpr std::uint64_t kStep = 1000;
    const char* unit = "B";
    std::uint64_t scale = 1;
    for (const char* larger : {"kB", "MB", "GB", "TB"}) {
        if (bytes / scale < kStep) {
            break;
        }
        scale *= kStep;
        unit = larger;
    }
    if (scale == 1) {
        return std::to_string(bytes) + " B";
    }
    const std::uint64_t tenths = bytes * 10 / scale;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " " + unit;
}

}  // namespace saegin
