# What every target is compiled with: link against saegin_options.
add_library(saegin_options INTERFACE)
target_include_directories(saegin_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
# Xapian's handles have move constructors only where this is defined.
target_compile_definitions(saegin_options INTERFACE XAPIAN_MOVE_SEMANTICS)
target_compile_options(saegin_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wdouble-promotion -Wformat=2
  # g++ 12 sees overlaps in std::string that are not there (GCC bug 105329).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${SAEGIN_WERROR}>:-Werror>)
if(SAEGIN_SANITIZE)
  target_compile_options(saegin_options INTERFACE
    -fsanitize=${SAEGIN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(saegin_options INTERFACE -fsanitize=${SAEGIN_SANITIZE})
endif()
if(SAEGIN_COVERAGE)
  target_compile_options(saegin_options INTERFACE --coverage -O0)
  target_link_options(saegin_options INTERFACE --coverage)
endif()
if(SAEGIN_FUZZ)
  target_compile_options(saegin_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
