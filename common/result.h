// Result<T>: a value or an Error. It keeps to the subset of std::expected<T, Error> that we use, so that it can be
// replaced by it when the compilers of our platform have it.
//
//   Result<int> n = parse(text);
//   if (!n) return n.error();
//   use(*n);
#pragma once

#include <cassert>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "common/error.h"

namespace saegin {

template <typename T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    /// The value. Requires has_value().
    [[nodiscard]] T& operator*() & noexcept { return get(); }
    [[nodiscard]] const T& operator*() const& noexcept { return get(); }
    [[nodiscard]] T&& operator*() && noexcept { return std::move(get()); }
    [[nodiscard]] T* operator->() noexcept { return &get(); }
    [[nodiscard]] const T* operator->() const noexcept { return &get(); }

    /// The error. Requires !has_value().
    [[nodiscard]] const Error& error() const& noexcept {
        assert(!has_value());
        return std::get<1>(state_);
    }
    [[nodiscard]] Error&& error() && noexcept {
        assert(!has_value());
        return std::move(std::get<1>(state_));
    }

private:
    [[nodiscard]] T& get() noexcept {
        assert(has_value());
        return std::get<0>(state_);
    }
    [[nodiscard]] const T& get() const noexcept {
        assert(has_value());
        return std::get<0>(state_);
    }

    std::variant<T, Error> state_;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;

    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return !error_.has_value(); }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] const Error& error() const& noexcept {
        assert(!has_value());
        return *error_;
    }

private:
    std::optional<Error> error_;
};

}  // namespace saegin
