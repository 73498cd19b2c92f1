//! The `dateline` program: hands its arguments to the library.

fn main() -> std::process::ExitCode {
    dateline::cli::main()
}
