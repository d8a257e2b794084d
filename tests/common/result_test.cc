// What results and errors promise: a value or an error, never both; errors read as a person needs them; the border to
// Xapian turns each of its exceptions into the error with the right code.
#include "common/result.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "common/xapian_guard.h"

namespace saegin {
namespace {

using ::testing::HasSubstr;

Result<int> half(int number) {
    if (number % 2 != 0) {
        return Error{Code::kInvalidInput, "odd", "give an even number", {"numbers.txt", 3}};
    }
    return number / 2;
}

TEST(Result, HoldsAValueOrAnError) {
    const Result<int> value = half(8);
    ASSERT_TRUE(value);
    EXPECT_TRUE(value.has_value());
    EXPECT_EQ(*value, 4);
    const Result<int> error = half(7);
    ASSERT_FALSE(error);
    EXPECT_EQ(error.error().code, Code::kInvalidInput);
    EXPECT_EQ(error.error().where, (Where{"numbers.txt", 3}));
}

TEST(Result, AFalseValueIsAValue) {
    EXPECT_TRUE(Result<bool>{false}.has_value());
    EXPECT_TRUE(half(0).has_value());
}

TEST(Result, HandsOutItsValueByMove) {
    Result<std::unique_ptr<int>> result{std::make_unique<int>(7)};
    const std::unique_ptr<int> taken = *std::move(result);
    EXPECT_EQ(*taken, 7);
    const auto make = []() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(9); };
    EXPECT_EQ(**make(), 9);
}

TEST(Result, LetsItsValueBeChanged) {
    Result<std::string> result{std::string{"ab"}};
    *result += "c";
    result->push_back('d');
    EXPECT_EQ(*result, "abcd");
    EXPECT_EQ(result->size(), 4U);
}

TEST(Result, OfNothingIsSuccessOrAnError) {
    EXPECT_TRUE(Result<void>{});
    const Result<void> failed{Error{Code::kIo, "disk full"}};
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().message, "disk full");
}

TEST(Errors, ReadAsAPersonNeedsThem) {
    EXPECT_EQ(to_string(Error{Code::kIo, "no", "do", {"a.md", 7}}), "a.md:7: no (do)");
    EXPECT_EQ(to_string(Error{Code::kIo, "no", "do", {"a.md", 0}}), "a.md: no (do)");
    EXPECT_EQ(to_string(Error{Code::kIo, "no", "do"}), "no (do)");
    EXPECT_EQ(to_string(Error{Code::kIo, "no"}), "no");
    EXPECT_EQ(to_string(Where{}), "");
}

template <typename Problem>
Code code_of(const Problem& problem) {
    return to_error(problem, "testing").code;
}

TEST(XapianGuard, GivesEachExceptionItsCode) {
    EXPECT_EQ(code_of(Xapian::DatabaseModifiedError("m")), Code::kChanged);
    EXPECT_EQ(code_of(Xapian::DatabaseLockError("m")), Code::kLocked);
    EXPECT_EQ(code_of(Xapian::DatabaseVersionError("m")), Code::kVersion);
    EXPECT_EQ(code_of(Xapian::DatabaseCorruptError("m")), Code::kCorrupt);
    EXPECT_EQ(code_of(Xapian::DatabaseNotFoundError("m")), Code::kNotFound);
    EXPECT_EQ(code_of(Xapian::DatabaseError("m", ENOSPC)), Code::kIo);
    EXPECT_EQ(code_of(Xapian::DatabaseError("m", EACCES)), Code::kIo);
    EXPECT_EQ(code_of(Xapian::NetworkError("m")), Code::kUnreachable);
    EXPECT_EQ(code_of(Xapian::NetworkTimeoutError("m")), Code::kUnreachable);
    EXPECT_EQ(code_of(Xapian::InvalidArgumentError("m")), Code::kInternal);
    EXPECT_EQ(code_of(Xapian::UnimplementedError("m")), Code::kInternal);
}

TEST(XapianGuard, SaysWhatWasDoneAndWhatToDo) {
    const Error full = to_error(Xapian::DatabaseError("cannot write", ENOSPC), "committing");
    EXPECT_THAT(full.message, HasSubstr("committing: cannot write"));
    EXPECT_THAT(full.message, HasSubstr("No space left"));
    EXPECT_THAT(full.hint, HasSubstr("space"));
    EXPECT_THAT(to_error(Xapian::DatabaseError("cannot write", EACCES), "committing").hint, HasSubstr("writable"));
}

TEST(XapianGuard, HandsOnWhatItsWorkGives) {
    EXPECT_EQ(*guard("testing", [] { return 7; }), 7);
    EXPECT_TRUE(guard("testing", [] {}));
    EXPECT_EQ(*guard("testing", [] { return half(8); }), 4);
    EXPECT_EQ(guard("testing", [] { return half(7); }).error().code, Code::kInvalidInput);
    const auto failed = guard("testing", []() -> int { throw Xapian::DatabaseCorruptError("broken"); });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, Code::kCorrupt);
    EXPECT_THAT(failed.error().message, HasSubstr("testing: broken"));
    const auto nothing = guard("testing", [] { throw Xapian::DatabaseLockError("held"); });
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, Code::kLocked);
}

TEST(XapianGuard, LeavesOtherExceptionsAlone) {
    EXPECT_THROW((void)guard("testing", [] { throw std::runtime_error("not Xapian's"); }), std::runtime_error);
}

}  // namespace
}  // namespace saegin
