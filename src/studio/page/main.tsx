import { render } from "preact";
import "./styles/base.css";

render(<p>zapc studio</p>, document.getElementById("studio") as HTMLElement);
