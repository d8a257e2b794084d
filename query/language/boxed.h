// Boxed<T>: one T on the heap that behaves like a T held by value, so that a type can hold itself.
//
//   struct Not { Boxed<Node> child; };   // copied with its child, destroyed with its child
#pragma once

#include <memory>
#include <utility>

namespace saegin::query::language {

/// Holds exactly one T, which is copied with the box. A box that was moved from may only be assigned to or destroyed.
template <typename T>
class Boxed {
public:
    explicit Boxed(T&& value) : held_(std::make_unique<T>(std::move(value))) {}
    Boxed(const Boxed& other) : held_(std::make_unique<T>(*other.held_)) {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(const Boxed& other) {
        if (this != &other) {
            held_ = std::make_unique<T>(*other.held_);
        }
        return *this;
    }
    Boxed& operator=(Boxed&&) noexcept = default;
    ~Boxed() = default;

    [[nodiscard]] T& operator*() noexcept { return *held_; }
    [[nodiscard]] const T& operator*() const noexcept { return *held_; }
    [[nodiscard]] T* operator->() noexcept { return held_.get(); }
    [[nodiscard]] const T* operator->() const noexcept { return held_.get(); }

private:
    std::unique_ptr<T> held_;
};

}  // namespace saegin::query::language
