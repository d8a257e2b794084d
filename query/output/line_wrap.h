// Text in looks, laid out in lines that fit a terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace saegin::query {

/// How text is laid out.
struct TextStyle {
    bool color = false;       ///< mark hits and titles with colours; else hits with [brackets]
    std::size_t width = 100;  ///< columns of the terminal; lines are wrapped at it
};

/// How a stretch of text looks where there are colours.
enum class Look : std::uint8_t { kPlain, kBold, kDim, kHit };

/// A stretch of text in one look.
struct Span {
    std::string text;
    Look look = Look::kPlain;
};

/// The text with the escape sequences of a look around it; as it is where there are no colours.
[[nodiscard]] std::string in_look(const std::string& text, Look look, const TextStyle& style);

/// The spans as lines of at most `style.width` columns, the last one ended. Breaks at blanks, as both Korean and
/// English do, never between a mark and the particle behind it; a word that is wider than a line, such as
/// an address, stays whole.
/// The first line begins with `lead`, the others with as many blanks as it has columns. Control characters of the text
/// do not come through.
[[nodiscard]] std::string wrapped(const std::vector<Span>& spans, const std::string& lead, const TextStyle& style);

}  // namespace saegin::query
