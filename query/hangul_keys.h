// The keys that type Hangul, named by the Latin letters on them, fast enough for a whole list of words.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace saegin::query {

/// Writes words as keys: 확산 is "ghkrtks". The table of letters comes from common/text/keyboard_layout.h. Read-only
/// once made, so that several threads may use one.
class HangulKeys {
public:
    HangulKeys();

    /// The keys of `word`, UTF-8 of syllables and letters (jamo) alone; empty for any other text.
    [[nodiscard]] std::string of(std::string_view word) const;

private:
    static constexpr std::size_t kInitials = 19;
    static constexpr std::size_t kMedials = 21;
    static constexpr std::size_t kFinals = 28;

    std::array<std::string, kInitials> initials_;
    std::array<std::string, kMedials> medials_;
    std::array<std::string, kFinals> finals_;  ///< the first is that of no final
};

}  // namespace saegin::query
