#include "common/latent/latent_space.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <numeric>

namespace saegin::latent {

namespace {

constexpr float kLargest = 127;

float length_of(const std::int8_t* row, std::size_t dimensions) {
    const float squares = std::accumulate(row, row + dimensions, 0.0F, [](float sum, std::int8_t x) {
        return sum + static_cast<float>(x) * static_cast<float>(x);
    });
    return std::sqrt(squares);
}

/// Takes the text up to `end` off the front; nothing where it is not there.
std::optional<std::string_view> take_until(std::string_view& text, char end) {
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at + 1);
    return taken;
}

std::optional<std::size_t> take_number(std::string_view& text, char end) {
    const std::optional<std::string_view> digits = take_until(text, end);
    std::size_t number = 0;
    if (!digits) {
        return std::nullopt;
    }
    const char* const last = digits->data() + digits->size();
    const auto [read_to, problem] = std::from_chars(digits->data(), last, number);
    return problem == std::errc{} && read_to == last ? std::optional{number} : std::nullopt;
}

Error corrupt() {
    return {Code::kCorrupt, "the latent space stored in the index cannot be read",
            "build the index anew with: saegin-index --rebuild"};
}

}  // namespace

LatentSpace LatentSpace::from_rows(std::vector<std::string> ids, const std::vector<Vector>& rows) {
    LatentSpace space;
    if (rows.empty()) {
        return space;
    }
    space.ids_ = std::move(ids);
    space.dimensions_ = rows.front().size();
    space.coordinates_.reserve(rows.size() * space.dimensions_);
    for (const Vector& row : rows) {
        const float largest = std::accumulate(row.begin(), row.end(), 0.0F,
                                              [](float most, float x) { return std::max(most, std::abs(x)); });
        const float scale = largest > 0 ? kLargest / largest : 0;
        std::transform(row.begin(), row.end(), std::back_inserter(space.coordinates_),
                       [&](float x) { return static_cast<std::int8_t>(std::lround(x * scale)); });
        space.lengths_.push_back(
            length_of(space.coordinates_.data() + space.coordinates_.size() - space.dimensions_, space.dimensions_));
    }
    return space;
}

Result<LatentSpace> LatentSpace::from_text(std::string_view text) {
    LatentSpace space;
    if (text.empty()) {
        return space;
    }
    const std::optional<std::size_t> papers = take_number(text, ' ');
    const std::optional<std::size_t> dimensions = papers ? take_number(text, '\n') : std::nullopt;
    if (!dimensions || *papers > text.size() || *dimensions > text.size()) {
        return corrupt();
    }
    space.dimensions_ = *dimensions;
    for (std::size_t i = 0; i < *papers; ++i) {
        const std::optional<std::string_view> id = take_until(text, '\n');
        if (!id) {
            return corrupt();
        }
        space.ids_.emplace_back(*id);
    }
    const bool in_order =
        std::adjacent_find(space.ids_.begin(), space.ids_.end(), std::greater_equal<>{}) == space.ids_.end();
    if (!in_order || text.size() != *papers * *dimensions) {
        return corrupt();
    }
    space.coordinates_.resize(text.size());
    std::transform(text.begin(), text.end(), space.coordinates_.begin(),
                   [](char byte) { return static_cast<std::int8_t>(byte); });
    for (std::size_t i = 0; i < *papers; ++i) {
        space.lengths_.push_back(length_of(space.coordinates_.data() + i * *dimensions, *dimensions));
    }
    return space;
}

std::string LatentSpace::text() const {
    if (ids_.empty()) {
        return {};
    }
    std::string text = std::to_string(ids_.size()) + " " + std::to_string(dimensions_) + "\n";
    for (const std::string& id : ids_) {
        text += id + "\n";
    }
    std::transform(coordinates_.begin(), coordinates_.end(), std::back_inserter(text),
                   [](std::int8_t coordinate) { return static_cast<char>(coordinate); });
    return text;
}

std::optional<std::size_t> LatentSpace::place(std::string_view id) const {
    const auto found = std::lower_bound(ids_.begin(), ids_.end(), id);
    return found == ids_.end() || *found != id ? std::nullopt
                                               : std::optional{static_cast<std::size_t>(found - ids_.begin())};
}

Vector LatentSpace::row(std::size_t place) const {
    const auto first = coordinates_.begin() + static_cast<std::ptrdiff_t>(place * dimensions_);
    const float length = lengths_[place];
    Vector row(dimensions_);
    if (length > 0) {
        std::transform(first, first + static_cast<std::ptrdiff_t>(dimensions_), row.begin(),
                       [&](std::int8_t x) { return static_cast<float>(x) / length; });
    }
    return row;
}

std::vector<float> LatentSpace::likeness(const Vector& direction) const {
    const float length = std::sqrt(std::inner_product(direction.begin(), direction.end(), direction.begin(), 0.0F));
    std::vector<float> cosines(ids_.size());
    if (length <= 0) {
        return cosines;
    }
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        const auto first = coordinates_.begin() + static_cast<std::ptrdiff_t>(i * dimensions_);
        const float product = std::inner_product(direction.begin(), direction.end(), first, 0.0F);
        cosines[i] = lengths_[i] > 0 ? product / (length * lengths_[i]) : 0;
    }
    return cosines;
}

}  // namespace saegin::latent
