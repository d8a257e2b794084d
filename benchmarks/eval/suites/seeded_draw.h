// Random choices that are the same on every machine: std::uniform_int_distribution is not, since every standard library
// may draw as it likes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>

namespace saegin::eval {

/// XXH3 (64 bits) of `name` under `seed`. Items with the lowest numbers are a sample that stays nearly the same when
/// items come or go.
[[nodiscard]] std::uint64_t seeded_number(std::uint64_t seed, std::string_view name);

/// A stream of random choices. Each purpose has a stream of its own, by its name, so that one more choice here changes
/// nothing there.
class Draw {
public:
    Draw(std::uint64_t seed, std::string_view purpose) : generator_(seeded_number(seed, purpose)) {}

    /// A number below `count`, which must be 1 or more and less than 2^32; each is as likely as the others to within
    /// count / 2^32.
    [[nodiscard]] std::size_t below(std::size_t count);

private:
    std::mt19937_64 generator_;
};

}  // namespace saegin::eval
