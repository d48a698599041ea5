// What is swept by `npm run sweeps` and by the test of a sweep on PostgreSQL.

/** 46 080 ways to settle what is open, of 64 states. */
export const ORDERS = `situation "Orders"
actor A {
  option x
  option y
  option w
  prefers {
    perhaps 70 % x
    in no order { y  not B.z  x  B.v  C.u }
  }
  faction doves { prefers { not y } }
  faction hawks { prefers { y } }
}
actor B { option z option v prefers { in no order { z iff A.x  not A.y  v  perhaps 30 % C.u } } }
actor C { option u prefers { perhaps u  not B.v  A.w } }
scenario both = A.x and A.y
scenario calm = not A.x and not B.z
`;
