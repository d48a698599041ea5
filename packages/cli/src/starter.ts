/** What `standoff new` writes: small, whole, and with one example of most things. */
export const starter = `# A situation is one text file. "standoff check" says what is wrong with it,
# "standoff analyse" what it comes to. This one is made up: put your own in its place.

situation "The harbour strike" as of 2024-03-01

# What you have read. "@example:P3" after a line says that paragraph 3 of it is the ground.
source example "Dockers stop work" {
  author "R. Example"
  published 2024-02-28
}

# Actors with options are decision makers. An option is taken or not; what is taken today comes of the
# events below, or is said with the word "taken".
actor Union "Dockers' union" {
  option strike "Strike"  @example:P1

  # What it wants, most important first. "a if b" is also true where b is not.
  prefers {
    Port.raise                @example:P3
    not Port.hire             @example:P4
    strike if not Port.raise  because "the members would not forgive giving in"
    not strike                because "strikers are not paid"
  }
}

actor Port "Port company" {
  option raise "Raise wages" irreversible  @example:P3
  option hire "Hire strike-breakers"       @example:P4

  prefers {
    not Union.strike       @example:P2
    not hire               because "it would be remembered for years"
    raise if Union.strike  because "the fruit is rotting in the ships"
    not raise              @example:P5
  }
}

# An actor without options is a stakeholder: it has something to lose and no move to make.
actor Growers "Fruit growers" {
  prefers {
    not Union.strike  @example:P6
  }
}

# What cannot be.
never Port.raise and Port.hire

# Outcomes that people talk about, by name.
scenario settlement "A settlement" = Port.raise and not Union.strike
scenario deadlock "A long strike" = Union.strike and not Port.raise
worst for Growers is deadlock

# What has been announced.
promise not Union.strike when Port.raise to Port  @example:P3

# What has happened, up to the date of the situation.
event 2024-02-26 "The strike begins" { Union.strike }  @example:P1
`;
