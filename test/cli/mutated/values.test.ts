import { values } from "./inputs.ts";
import { survive } from "./survive.ts";

survive(values);
