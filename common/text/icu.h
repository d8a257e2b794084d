// The border to ICU: its status codes become exceptions of one kind, which `cli::run` reports as a defect. ICU fails
// here only where its data is missing or memory ran out; bad input is no failure (it becomes U+FFFD).
#pragma once

#include <unicode/errorcode.h>
#include <unicode/stringpiece.h>
#include <unicode/utypes.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace saegin::text {

/// Passes as a UErrorCode to ICU; `check` throws std::runtime_error if ICU put a failure into it.
class IcuStatus : public icu::ErrorCode {
public:
    IcuStatus() = default;
    IcuStatus(const IcuStatus&) = delete;
    IcuStatus& operator=(const IcuStatus&) = delete;
    ~IcuStatus() override = default;

    void check(const char* doing) const {
        if (isFailure()) {
            throw std::runtime_error(std::string{doing} + ": ICU says " + errorName());
        }
    }
};

/// ICU counts in int32_t: longer text is a caller's error, stated here instead of wrapped around in silence.
[[nodiscard]] inline icu::StringPiece to_piece(std::string_view text) {
    if (text.size() > static_cast<std::size_t>(INT32_MAX)) {
        throw std::length_error("text of more than 2 GiB");
    }
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace saegin::text
