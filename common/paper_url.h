// The identity of a paper out of the address of its page.
#pragma once

#include <optional>
#include <string_view>

#include "common/paper.h"

namespace saegin {

/// Whether `url` begins with http:// or https:// and has something behind it.
[[nodiscard]] bool is_web_address(std::string_view url);

/// The arXiv id, without version, that a text is as people cite and paste it: "2408.15237v2", "arXiv:2408.15237",
/// "arxiv.org/abs/2408.15237", or the address of a page that paper_id_of() knows, with punctuation around it. Nothing
/// for any other text.
[[nodiscard]] std::optional<PaperId> pasted_arxiv_id(std::string_view text);

/// Whether a text is a web address, or names a paper as pasted_arxiv_id() knows it.
[[nodiscard]] bool is_paper_address(std::string_view text);

/// The arXiv id without version for pages of arXiv (abs, pdf, html), their DOIs, and Hugging Face papers; for any other
/// page the address itself without scheme, "www." and trailing slash, the host in lower case. May be longer than
/// kMaxIdBytes. Requires is_web_address(url).
[[nodiscard]] PaperId paper_id_of(std::string_view url);

}  // namespace saegin
