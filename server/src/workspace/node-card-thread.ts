import { serveCards } from "./node-cards.js";

serveCards();
