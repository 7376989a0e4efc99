// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/digest.h"

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>

#include "tests/seal/tools.h"

using namespace pga::seal;

TEST_CASE("a digest is what b2sum -l 256 prints") {
  const test::Scratch scratch;
  const std::string path = scratch.path("bytes");
  for (const std::size_t size : {0u, 1u, 127u, 128u, 129u, 100000u}) {
    CAPTURE(size);
    const std::string bytes = test::noise(size, size);
    test::write_file(path, bytes);
    const test::Result b2sum = test::run({"b2sum", "-l", "256", path});
    REQUIRE(b2sum.exit == 0);
    CHECK(digest(bytes) == "b2:" + b2sum.out.substr(0, 64));
  }
}

TEST_CASE("the form of a digest") {
  const std::string good = digest("");
  CHECK(good == "b2:0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(is_digest(good));
  CHECK(hash8(good) == "0e5751c0");
  std::string upper = good;
  upper[10] = 'A';
  for (const std::string& bad : {std::string(), good.substr(1), good + "0", good.substr(0, 66),
                                 "b3" + good.substr(2), upper, good.substr(0, 66) + "g"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_digest(bad));
    CHECK_THROWS_AS(static_cast<void>(hash8(bad)), std::invalid_argument);
  }
}

TEST_CASE("randomness does not repeat") {
  std::set<std::string> texts;
  std::set<unsigned long long> numbers;
  for (int i = 0; i < 1000; ++i) {
    const std::string text = random_hex(16);
    CHECK(text.size() == 32);
    CHECK(text.find_first_not_of("0123456789abcdef") == std::string::npos);
    texts.insert(text);
    numbers.insert(random_bits());
  }
  CHECK(texts.size() == 1000);
  CHECK(numbers.size() == 1000);
  CHECK(random_hex(0).empty());
}
