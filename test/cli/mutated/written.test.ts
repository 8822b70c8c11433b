import { written } from "./inputs.ts";
import { survive } from "./survive.ts";

survive(written);
