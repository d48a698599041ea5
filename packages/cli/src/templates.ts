import { newSituation } from '@standoff/evidence/records';

/** What `standoff new --as` begins with, by the kind of conflict; each small, whole and to be written over. */
export const TEMPLATES = {
  negotiation: (title: string) => `situation "${title}"

# Two who can agree or go without; what each does where there is no agreement is its own.
actor First "The first side" {
  option press "Press on"
  prefers {
    red line not Second.leave as "No break"
    deal
    not press
  }
}

actor Second "The second side" {
  option leave "Break off"
  prefers {
    deal if First.press
    not First.press
    not leave
  }
}

agreement deal "An agreement" between First, Second

never deal and Second.leave

scenario settled "An agreement, without pressure" = deal and not First.press
scenario broken "Talks broken off" = Second.leave
`,
  mediation: (title: string) => `situation "${title}"

# Two in dispute, and a third who can change what it costs them. Then: standoff mediate CASE
actor Upstream "The upper side" {
  option hold "Hold the water back" taken
  prefers {
    not Downstream.sue
    hold unless Mediator.pay
  }
}

actor Downstream "The lower side" {
  option sue "Go to court"
  prefers {
    not Upstream.hold
    sue iff Upstream.hold
  }
}

actor Mediator "The mediator" {
  option pay "Pay for a reservoir"
  prefers {
    not Upstream.hold
    not Downstream.sue
    not pay
  }
}

promise not Upstream.hold when Mediator.pay to Mediator

scenario shared "The water is shared" = not Upstream.hold and not Downstream.sue
scenario court "In court" = Downstream.sue
`,
  alliance: (title: string) => `situation "${title}"

# Each would rather join late; none wants to stand alone. Then: standoff coalitions CASE
actor A "The first ally" {
  option join "Join"
  prefers {
    alliance
    not join unless B.join
  }
}

actor B "The second ally" {
  option join "Join"
  prefers {
    alliance
    not join unless A.join
  }
}

actor Rival "The rival" {
  option yield "Give way"
  prefers {
    not alliance
    yield iff alliance
  }
}

scenario alliance "The alliance stands" = A.join and B.join
scenario alone "One stands alone" = A.join xor B.join
worst for Rival is alliance
`,
  empty: (title: string) => newSituation(title),
} as const satisfies Record<string, (title: string) => string>;

export type Template = keyof typeof TEMPLATES;

/** A title of the name of a folder: "river-dispute" is "River dispute". */
export function titleOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').replace(/["\\]/g, '').trim();
  return words === '' ? 'A situation' : words[0].toUpperCase() + words.slice(1);
}
