class Account {
  protected cents = 0;
  get balance(): number {
    return this.cents / 100;
  }
  set balance(value: number) {
    this.cents = Math.round(value * 100);
  }
}

class Savings extends Account {
  get rich(): boolean {
    return this.balance > 10;
  }
}

class Fixed extends Account {
  override get balance(): number {
    return 5;
  }
  override set balance(_: number) {
    this.cents = 1;
  }
}

export function feature(): unknown {
  const savings = new Savings();
  savings.balance = 12.345;
  const fixed = new Fixed();
  fixed.balance = 9;
  return [savings.balance, savings.rich, fixed.balance, Object.keys(savings)];
}
