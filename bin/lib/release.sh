# How a release is built, the same in every script.

# build_release: .build/release/socle. On Linux with Swift's libraries inside, which makes it faster; elsewhere the system has them.
build_release() {
    if [[ $(uname) == Linux ]]; then
        swift build -c release --product socle --static-swift-stdlib
    else
        swift build -c release --product socle
    fi
}
