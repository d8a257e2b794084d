#include "common/paper_url.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace saegin {

namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), to_lower);
    return out;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// What follows "http://" or "https://" in any case; none for other addresses.
std::optional<std::string_view> without_scheme(std::string_view url) {
    for (const std::string_view scheme : {std::string_view("http://"), std::string_view("https://")}) {
        if (lower(url.substr(0, scheme.size())) == scheme) {
            return url.substr(scheme.size());
        }
    }
    return std::nullopt;
}

/// The host in lower case, without "www.", and the path of an address with or without scheme.
std::pair<std::string, std::string_view> host_and_path(std::string_view url) {
    const std::string_view rest = without_scheme(url).value_or(url);
    const std::size_t host_end = std::min(rest.find_first_of("/?#"), rest.size());
    std::string host = lower(rest.substr(0, host_end));
    if (host.starts_with("www.")) {
        host.erase(0, 4);
    }
    return {std::move(host), rest.substr(host_end)};
}

std::string_view without_version(std::string_view id) {
    const std::size_t v = id.rfind('v');
    return v != std::string_view::npos && v > 0 && all_digits(id.substr(v + 1)) ? id.substr(0, v) : id;
}

/// "2408.15237", or of the years to 2007 "cs/0112017" and "math.GT/0309136".
bool is_arxiv_id(std::string_view id) {
    constexpr std::size_t kMonthDigits = 4;
    constexpr std::size_t kOldDigits = 7;
    const std::size_t slash = id.find('/');
    if (slash == std::string_view::npos) {
        const std::size_t dot = id.find('.');
        return dot == kMonthDigits && all_digits(id.substr(0, dot)) && all_digits(id.substr(dot + 1)) &&
               (id.size() == dot + 5 || id.size() == dot + 6);
    }
    const std::string_view archive = id.substr(0, slash);
    return !archive.empty() && id.size() == slash + 1 + kOldDigits && all_digits(id.substr(slash + 1)) &&
           std::all_of(archive.begin(), archive.end(), [](char c) { return is_letter(c) || c == '-' || c == '.'; });
}

std::optional<std::string_view> arxiv_id(const std::string& host, std::string_view path) {
    using Page = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Page, 7> kPages = {{{"arxiv.org", "/abs/"},
                                             {"export.arxiv.org", "/abs/"},
                                             {"doi.org", "/10.48550/arxiv."},
                                             {"arxiv.org", "/pdf/"},
                                             {"arxiv.org", "/html/"},
                                             {"huggingface.co", "/papers/"},
                                             {"hf.co", "/papers/"}}};
    for (const auto& [page_host, folder] : kPages) {
        if (host != page_host || lower(path.substr(0, folder.size())) != folder) {
            continue;
        }
        std::string_view id = path.substr(folder.size());
        id = id.substr(0, id.find_first_of("?#"));
        while (id.ends_with('/')) {
            id.remove_suffix(1);
        }
        if (id.ends_with(".pdf")) {
            id.remove_suffix(4);
        }
        id = without_version(id);
        if (is_arxiv_id(id)) {
            return id;
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_web_address(std::string_view url) {
    const auto rest = without_scheme(url);
    return rest && !rest->empty() && rest->front() != '/';
}

std::optional<PaperId> pasted_arxiv_id(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of("<("), text.size()));
    text = text.substr(0, text.find_last_not_of(".,;>)") + 1);
    constexpr std::string_view kSource = "arxiv:";
    if (lower(text.substr(0, kSource.size())) == kSource) {
        text.remove_prefix(kSource.size());
    }
    std::string_view id = without_version(text);
    if (!is_arxiv_id(id)) {
        const auto [host, path] = host_and_path(text);
        id = arxiv_id(host, path).value_or("");
    }
    return id.empty() ? std::nullopt : std::optional{PaperId{std::string{id}}};
}

bool is_paper_address(std::string_view text) {
    return is_web_address(text) || pasted_arxiv_id(text);
}

PaperId paper_id_of(std::string_view url) {
    auto [host, path] = host_and_path(url);
    if (const auto id = arxiv_id(host, path)) {
        return {std::string(*id)};
    }
    while (path.ends_with('/')) {
        path.remove_suffix(1);
    }
    return {host + std::string(path)};
}

}  // namespace saegin
