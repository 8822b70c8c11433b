class Button {
  presses = 0;
  readonly onPress = (times = 1) => {
    this.presses += times;
    return this.presses;
  };
}

class Loud extends Button {
  readonly shout = () => `${this.onPress(2)}!`;
}

export function feature(): unknown {
  const { onPress } = new Button();
  const { shout } = new Loud();
  return [onPress(), onPress(3), shout(), shout()];
}
