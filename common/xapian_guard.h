// The border to Xapian: the only place that catches its exceptions and turns them into errors a user can act on.
#pragma once

#include <functional>
#include <string>
#include <type_traits>
#include <utility>

#include <xapian.h>

#include "common/error.h"
#include "common/result.h"

namespace saegin {

/// The Error for an exception of Xapian. `doing` says what was tried: "opening the index '/x'".
[[nodiscard]] Error to_error(const Xapian::Error& problem, const std::string& doing);

/// Runs `work` and hands on its result; an exception of Xapian becomes an Error. `work` may return T or Result<T>.
template <typename Work>
[[nodiscard]] auto guard(const std::string& doing, Work&& work) {
    using Value = std::invoke_result_t<Work>;
    if constexpr (requires {
                      typename Value::value_type;
                      requires std::is_same_v<Value, Result<typename Value::value_type>>;
                  }) {
        try {
            return std::forward<Work>(work)();
        } catch (const Xapian::Error& problem) {
            return Value{to_error(problem, doing)};
        }
    } else {
        try {
            if constexpr (std::is_void_v<Value>) {
                std::forward<Work>(work)();
                return Result<void>{};
            } else {
                return Result<Value>{std::forward<Work>(work)()};
            }
        } catch (const Xapian::Error& problem) {
            return Result<Value>{to_error(problem, doing)};
        }
    }
}

}  // namespace saegin
