import { Argument, type Command } from "commander";
import { completionScripts } from "./completion-scripts.ts";

/** Adds `zapc completion`, and the hidden command that the shells ask for what can be typed next. */
export function addCompletion(program: Command): void {
  program
    .command("completion")
    .description("print a script that completes commands, options and keys in your shell")
    .addArgument(new Argument("<shell>", "your shell").choices(Object.keys(completionScripts)))
    .addHelpText("after", installing)
    .action((shell: keyof typeof completionScripts) => console.log(completionScripts[shell]));
  program
    .command("complete", { hidden: true })
    .argument("[words...]")
    .action(async (words: string[]) => {
      const { candidates } = await import("./completion.ts");
      for (const { value, about } of candidates(program, words)) console.log(`${value}\t${about}`);
    });
}

const installing = `
It completes \`zapc\` where that is on the PATH, as after \`npm install --global zapc\`:

  bash  echo 'source <(zapc completion bash)' >> ~/.bashrc
  zsh   echo 'source <(zapc completion zsh)' >> ~/.zshrc
  fish  zapc completion fish > ~/.config/fish/completions/zapc.fish`;
